import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': '写真をアップロード',
  'avatar.limits': '20MBまでのJPEG、PNG、GIF、WebP、BMPを使えます。',
  'avatar.drop': 'ここにドラッグするか、貼り付けることもできます。',
  'avatar.crop': '表示する部分を選択',
  'avatar.crop_hint': '写真をドラッグするか、スライダーを使ってください。+キーと−キーで大きさを変えられます。',
  'avatar.across': '左右',
  'avatar.down': '上下',
  'avatar.size': '大きさ',
  'avatar.other': '別の写真を選択',
  'avatar.save': 'この写真を使う',
  'avatar.uploading': 'アップロードしています…',
  'avatar.unreadable': 'このファイルは写真として使えません。JPEG、PNG、GIF、WebP、BMPのファイルを選択してください。',
  'avatar.too_large': 'このファイルは20MBを超えています。小さいファイルを選択してください。',
  'avatar.done': '写真を変更しました。',
};
