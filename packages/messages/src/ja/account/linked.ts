import type { Translated } from '../../catalogue.ts';
import type { linked as english } from '../../en/account/linked.ts';

export const linked: Translated<typeof english> = {
  'linked.task': '連携アカウント',
  'linked.lead': 'ほかのサービスのアカウントを使って、ここにサインインできます。',
  'linked.none': '連携できるほかのサービスはありません。',
  'linked.unknown': 'このサービスはお使いのアカウントと連携できません。',
  'linked.all': 'すべての連携アカウント',
  'linked.not_linked': '未連携',
  'linked.since': '{date}に連携',
  'linked.link': '連携する',
  'linked.link_provider': '{provider}と連携する',
  'linked.unlink': '連携を解除',
  'linked.unlink_provider': '{provider}との連携を解除',
  'linked.leaving': '{provider}に移動しています…',
  'linked.leaving_short': 'お待ちください…',
  'linked.linking': '{provider}のアカウントと連携しています…',
  'linked.done': '{provider}のアカウントと連携しました。これからはこのアカウントでもサインインできます。',
  'linked.undone': '{provider}のアカウントとの連携を解除しました。',
  'linked.unasked':
    'この応答は、このタブで始めた連携のものではありません。何も連携されていません。下からやり直してください。',
  'linked.declined': '{provider}で連携がキャンセルされました。何も変更されていません。',
  'linked.again': '{provider}でもう一度試す',
  'linked.expired': '時間がかかりすぎました。何も連携されていません。もう一度やり直してください。',
  'linked.in_use_elsewhere':
    'そのアカウントは、すでにここの別のアカウントと連携されています。それもご自身のものであれば、先にそちらにサインインして連携を解除してください。',
  'linked.second_here':
    'このサービスのアカウントはすでに連携されています。別のアカウントと連携するには、先に解除してください。',
  'linked.unfinished':
    '{provider}のアカウントはまだ連携されていません。完了するには、ご本人であることを確認してください。',
  'linked.finish': '連携を完了',
  'linked.leave_it': '連携しない',
  'linked.unlink_heading': '{provider}のアカウントとの連携を解除しますか？',
  'linked.unlink_means': '{provider}ではサインインできなくなります。{provider}のアカウント自体はそのまま残ります。',
  'linked.unlinking': '解除しています…',
  'linked.keep': '連携したままにする',
  'linked.need_another_way':
    'これは唯一のサインイン方法のため、連携を解除できません。先にメールアドレス、電話番号、または別の連携アカウントを追加してください。',
  'linked.need_password':
    'パスワードがないため、これが唯一のサインイン方法です。先にパスワードを作成すると、連携を解除できるようになります。',
  'linked.add_password': 'パスワードを作成する',
  'linked.add_email': 'メールアドレスを追加',
  'linked.add_phone': '電話番号を追加',
};
