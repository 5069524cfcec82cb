import type { ErrorMessages } from '../catalogue.ts';

/** Terms: アカウント, サインイン, 確認コード, パスキー, 2段階認証, バックアップコード. Sentences are です・ます; no space between kana or kanji and Latin. */
export const errors: ErrorMessages = {
  'auth.authorization_header_missing':
    'サインインしていません。Authorizationヘッダーでアクセストークンを送信してください。',
  'auth.authorization_token_type_not_supported':
    'この認可方式には対応していません。Bearerアクセストークンを送信してください。',
  'auth.unauthorized':
    'サインインしていないか、このアプリにこのアクセスが許可されていません。もう一度サインインしてからお試しください。',
  'auth.forbidden': 'この操作を行う権限がありません。',
  'auth.third_party_application_forbidden':
    'このアプリからアカウントを変更することはできません。アカウントページをご利用ください。',
  'auth.jwt_sub_missing': 'アクセストークンに所有者の情報がありません。新しいものを取得してください。',

  'account_center.not_enabled': 'ここではご自身でのアカウント管理が無効になっています。管理者が有効にできます。',
  'account_center.field_not_editable': 'この項目はここでは変更できません。変更できる項目は管理者が決定します。',
  'account_center.field_not_enabled': 'この項目はお使いのアカウントでは利用できません。',

  'guard.invalid_input':
    '{part, select, query {リクエストのクエリパラメーターが正しくありません。} params {リクエストのアドレスが正しくありません。} headers {リクエストのヘッダーが正しくありません。} files {アップロードされたファイルが正しくありません。} other {リクエストの内容が正しくありません。}}修正してもう一度お試しください。',
  'guard.invalid_pagination':
    'ページ番号または1ページの件数が正しくありません。ページは1から始まり、1ページは100件までです。',
  'guard.file_size_exceeded': 'ファイルが大きすぎます。より小さいファイルを選択してください。',
  'guard.mime_type_not_allowed':
    'この種類のファイルは使用できません。JPEG、PNG、GIF、WebP、BMPのいずれかの画像を選択してください。',

  'request.not_found': 'このアドレスには何もありません。',
  'request.method_not_allowed': 'このアドレスはこの種類のリクエストを受け付けていません。',
  'request.precondition_failed':
    '少し前に別の場所で変更されました。今回は何も変更されていません。再読み込みしてもう一度お試しください。',
  'request.body_too_large': '一度のリクエストとしては大きすぎます。内容を減らして送信してください。',
  'request.unsupported_media_type': 'リクエストのコンテンツタイプには対応していません。JSONを送信してください。',
  'request.invalid_input': 'リクエストの内容が矛盾しています。修正してもう一度お試しください。',
  'request.feature_not_supported': 'この機能はここでは設定されていません。管理者が設定できます。',
  'request.message_rate_limited': 'メッセージの送信が何度も要求されました。数分待ってからもう一度お試しください。',

  'server.internal_error': 'サービス側で問題が発生しました。しばらくしてからもう一度お試しください。',
  'server.unavailable': '現在応答できません。しばらくしてからもう一度お試しください。',
  'server.busy': '現在混み合っています。数秒後にもう一度お試しください。',
  'tenant.not_found': 'このアドレスに対応するサービスはありません。アドレスが正しいか確認してください。',

  'verification_record.permission_denied': '先にご本人であることを確認してから、もう一度お試しください。',
  'verification_record.not_found': 'この本人確認は使用できないか、時間がかかりすぎました。最初からやり直してください。',
  'verification_record.social_verification.invalid_target':
    '別のプロバイダーで確認が行われました。変更したいプロバイダーをご利用ください。',
  'verification_record.social_verification.token_response_not_found':
    'プロバイダーからアクセス権が提供されませんでした。何も変更されていません。',

  'verification_code.not_found': 'この確認コードは無効になりました。新しいコードを取得してください。',
  'verification_code.email_mismatch':
    'この確認コードは別のメールアドレスに送信されたものです。そのアドレスを使用するか、新しいコードを取得してください。',
  'verification_code.phone_mismatch':
    'この確認コードは別の電話番号に送信されたものです。その番号を使用するか、新しいコードを取得してください。',
  'verification_code.expired': 'この確認コードは有効期限が切れています。新しいコードを取得してください。',
  'verification_code.exceed_max_try':
    'この確認コードは入力の誤りが続いたため、無効になりました。新しいコードを取得してください。',
  'verification_code.code_mismatch': '確認コードが正しくありません。確認してもう一度お試しください。',

  'session.not_found':
    'サインインに時間がかかりすぎたか、すでに完了しています。開きたいアプリから最初からやり直してください。',
  'session.invalid_credentials':
    'アカウントまたはパスワードが正しくありません。入力内容を確認してもう一度お試しください。',
  'session.verification_blocked_too_many_attempts':
    '試行回数が多すぎます。安全のため、この方法は一時停止されています。{relativeTime}にもう一度お試しください。',
  'session.verification_session_not_found':
    'この手順に時間がかかりすぎたか、すでに完了しています。最初からやり直してください。',
  'session.verification_failed': 'この手順はまだ完了していません。先に完了してください。',
  'session.identifier_not_found':
    'どなたがサインインしようとしているのか、まだ確認できていません。最初からやり直してください。',
  'session.identity_conflict':
    '別のアカウントでサインインが開始されています。切り替えるには、最初からやり直してください。',
  'session.insufficient_info':
    'このプロバイダーでのサインインに必要な情報が不足しています。最初からやり直してください。',
  'session.invalid_connector_id': 'このサインイン方法はここにはありません。',
  'session.connector_validation_session_not_found':
    'プロバイダーでのサインインに時間がかかりすぎたか、すでに完了しています。最初からやり直してください。',
  'session.csrf_token_mismatch': 'この応答はこのブラウザーのものではありません。ここで最初からやり直してください。',
  'session.google_one_tap.cookie_mismatch':
    'Googleからの応答はこのブラウザーのものではありません。ここで最初からやり直してください。',
  'session.email_blocklist.email_not_allowed':
    'このメールアドレスはここでは使用できません。別のアドレスを使用してください。',
  'session.email_blocklist.email_subaddressing_not_allowed':
    'プラス記号を含むメールアドレスはここでは使用できません。その部分を取り除いてください。',
  'session.email_blocklist.invalid_email': 'メールアドレスの形式ではありません。入力内容を確認してください。',
  'session.email_blocklist.disposable_email_validation_failed':
    'このメールアドレスを確認できませんでした。しばらくしてからもう一度お試しください。',
  'session.mfa.require_mfa_verification': 'このアカウントでは2段階認証が有効です。2段階目の認証を完了してください。',
  'session.mfa.mfa_factor_not_enabled': 'この2段階目の認証方法はここでは利用できません。',
  'session.mfa.invalid_totp_code':
    'コードが一致しません。次のコードを待ち、スマートフォンの時刻が自動設定になっていることを確認してください。',
  'session.mfa.backup_code_can_not_be_alone':
    'バックアップコードには、ほかの2段階目の認証方法が必要です。先に認証アプリまたはパスキーを追加してください。',
  'session.mfa.pending_info_not_found': 'パスキーの追加に時間がかかりすぎました。最初からやり直してください。',
  'session.mfa.webauthn_verification_failed':
    'このパスキーを確認できませんでした。何も保存されていません。もう一度お試しください。',

  'user.username_already_in_use': 'このユーザー名はすでに使用されています。別のユーザー名を選んでください。',
  'user.email_already_in_use': 'このメールアドレスは別のアカウントで使用されています。別のアドレスを使用してください。',
  'user.phone_already_in_use': 'この電話番号は別のアカウントで使用されています。別の番号を使用してください。',
  'user.invalid_phone': '電話番号の形式ではありません。国番号を含めて入力内容を確認してください。',
  'user.identity_already_in_use': 'このアカウントはすでに連携されています。先に連携を解除してください。',
  'user.identity_not_exist': 'このプロバイダーのアカウントは連携されていません。',
  'user.identity_not_exists_in_current_user':
    '連携されていないアカウントで確認が行われました。連携済みのアカウントをご利用ください。',
  'user.last_sign_in_method_required': '唯一のサインイン方法のため削除できません。先に別の方法を追加してください。',
  'user.same_password': '現在のパスワードと同じです。別のパスワードを選んでください。',
  'user.suspended': 'このアカウントは停止されています。管理者にお問い合わせください。',
  'user.user_not_exist': '該当するアカウントがありません。',
  'user.missing_profile': '完了するために必要な情報が不足しています。入力してください。',
  'user.missing_mfa': 'このアカウントには2段階認証が必要です。続行するには設定してください。',
  'user.suggest_mfa': '2段階認証でアカウントをより安全に保護できます。後で設定することもできます。',
  'user.sign_in_method_not_enabled': 'このサインイン方法はここでは利用できません。別の方法をご利用ください。',
  'user.cannot_delete_self': '現在サインインしているアカウントは削除できません。別の管理者に依頼してください。',
  'user.cannot_suspend_self': '現在サインインしているアカウントは停止できません。別の管理者に依頼してください。',
  'user.cannot_demote_self': '自分で管理者を外れることはできません。別の管理者に依頼してください。',
  'user.password_and_digest': 'パスワードとダイジェストは、どちらか一方だけを送信してください。',
  'user.password_algorithm_required': 'パスワードのダイジェストには、アルゴリズム名の指定が必要です。',
  'user.totp_secret_invalid': '認証アプリのキーが正しくありません。最初からやり直してください。',
  'user.totp_already_in_use': '認証アプリはすでに設定されています。先に削除してください。',
  'user.backup_code_already_in_use': '未使用のバックアップコードが残っています。先に削除してください。',
  'user.wrong_backup_code_format': 'バックアップコードが正しくありません。新しく作成してください。',

  'user.username_required': 'ユーザー名を入力してください。',
  'user.username_too_short': 'ユーザー名は{min, plural, other {#}}文字以上にしてください。',
  'user.username_too_long': 'ユーザー名は{max, plural, other {#}}文字以内にしてください。',
  'user.username_starts_with_number': 'ユーザー名を数字で始めることはできません。英字で始めてください。',
  'user.username_invalid_charset_hard': 'ユーザー名に使用できるのは、英字A〜Z、数字、アンダースコアのみです。',
  'user.username_uppercase_not_allowed': 'ここでは大文字を使用できません。ユーザー名を小文字で入力してください。',
  'user.username_lowercase_not_allowed': 'ここでは小文字を使用できません。ユーザー名を大文字で入力してください。',
  'user.username_numbers_not_allowed': 'ここではユーザー名に数字を使用できません。数字を取り除いてください。',
  'user.username_underscore_not_allowed':
    'ここではユーザー名にアンダースコアを使用できません。アンダースコアを取り除いてください。',

  'password.rejected': 'このパスワードは使用できません。別のパスワードを選んでください。',
  'password_rejected.too_short': '{min, plural, other {#}}文字以上にしてください。',
  'password_rejected.too_long': '{max, plural, other {#}}文字以内にしてください。',
  'password_rejected.unsupported_characters':
    'このパスワードには使用できない文字が含まれています。その文字を取り除いてください。',
  'password_rejected.character_types':
    '大文字、小文字、数字、記号のうち{min, plural, other {#}}種類以上を使用してください。',
  'password_rejected.pwned': 'このパスワードは過去のデータ漏えいで流出しています。別のパスワードを選んでください。',
  'password_rejected.restricted.repetition': '「aaaa」のように同じ文字を繰り返したパスワードは使用しないでください。',
  'password_rejected.restricted.sequence':
    '「1234」や「qwerty」のような連続した並びのパスワードは使用しないでください。',
  'password_rejected.restricted.user_info':
    'パスワードに氏名、ユーザー名、メールアドレス、電話番号を使用しないでください。',
  'password_rejected.restricted.words':
    'このパスワードにはここで使用できない言葉が含まれています。別のパスワードを選んでください。',

  'secrets.third_party_token_set.token_not_found':
    'このプロバイダーへのアクセス権が保存されていません。アカウントを連携し直してください。',
  'secrets.third_party_token_set.access_token_expired':
    'このプロバイダーへのアクセス権の有効期限が切れています。プロバイダーでもう一度サインインしてください。',

  'storage.not_configured': 'ここではまだ画像をアップロードできません。管理者が設定できます。',
  'storage.upload_error':
    'ファイルを保存できませんでした。何も変更されていません。しばらくしてからもう一度お試しください。',

  'connector.general': 'プロバイダーから正常な応答がありませんでした。しばらくしてからもう一度お試しください。',
  'connector.not_found': 'まだメッセージの送信やこのプロバイダーへの接続ができません。管理者が設定できます。',
  'connector.not_found_with_connector_id': 'このIDのコネクターの種類はありません。',
  'connector.not_implemented': 'このコネクターではこの操作を行えません。',
  'connector.unexpected_type': 'このコネクターは、ここで必要な種類ではありません。',
  'connector.invalid_metadata': 'コネクターのメタデータが正しくありません。',
  'connector.invalid_config_guard': 'コネクターの設定項目の定義が正しくありません。',
  'connector.invalid_config': 'コネクターの設定が正しくありません。',
  'connector.invalid_request_parameters': 'コネクターは送信された内容を使用できません。',
  'connector.insufficient_request_parameters': 'コネクターに必要な情報が不足しています。',
  'connector.invalid_certificate': 'プロバイダーの証明書が正しくありません。',
  'connector.invalid_response': 'プロバイダーの応答を解釈できませんでした。しばらくしてからもう一度お試しください。',
  'connector.template_not_found': 'このメッセージの文面がまだありません。管理者が追加できます。',
  'connector.template_not_supported': 'このコネクターではこの種類のメッセージを送信できません。',
  'connector.authorization_failed':
    'プロバイダーでのサインインがキャンセルまたは拒否されました。何も変更されていません。',
  'connector.social_auth_code_invalid': 'プロバイダーでのサインインに失敗しました。最初からやり直してください。',
  'connector.social_invalid_access_token':
    'プロバイダーが、以前に許可したアクセスを受け付けなくなりました。最初からやり直してください。',
  'connector.social_invalid_id_token':
    'プロバイダーから届いたご本人の情報を確認できませんでした。最初からやり直してください。',
  'connector.rate_limit_exceeded':
    'プロバイダーが一時的にリクエストを受け付けていません。しばらくしてからもう一度お試しください。',
  'connector.usage_limit_exceeded': '現在これ以上メッセージを送信できません。管理者にお問い合わせください。',
  'connector.more_than_one_connector_factory': '複数の種類のコネクターが同じIDを使用しています。',
  'connector.multiple_instances_not_supported': 'この種類のコネクターは1つしか追加できません。',
  'connector.multiple_target_with_same_platform': '別のコネクターがすでにこのターゲットを使用しています。',
  'connector.cannot_overwrite_metadata_for_non_standard_connector':
    'この種類のコネクターの名前とロゴは変更できません。',
  'connector.token_storage_not_supported': 'このコネクターではプロバイダーへのアクセス権を保存または更新できません。',

  'entity.not_found': 'この項目は存在しないか、すでに削除されています。',
  'entity.not_exists': '変更しようとした項目は存在しないか、すでに削除されています。',
  'entity.not_exists_with_id': 'このIDの項目はありません。',
  'entity.relation_foreign_key_not_found': 'リクエストが存在しない項目を参照しています。',
  'entity.value_too_long': '長すぎる値があります。短くしてください。',
  'entity.invalid_input': '保存できない値があります。修正してもう一度お試しください。',
  'entity.db_constraint_violated': '値の組み合わせが正しくありません。何も変更されていません。',
  'entity.create_failed': '作成できませんでした。何も変更されていません。',

  'application.invalid_third_party_application_type':
    'この種類のアプリケーションをサードパーティ製にすることはできません。',
  'application.third_party_application_cannot_enable_token_exchange':
    'サードパーティのアプリケーションはトークン交換を使用できません。',
  'application.third_party_application_only': 'これはサードパーティのアプリケーションだけの機能です。',
  'application.user_consent_scopes_not_found':
    'これらのスコープの一部は存在しないか、ユーザーに割り当てることができません。',
  'application.invalid_role_type':
    'このロールはこのアプリケーションに適用できません。ロールを持てるのはマシン間アプリケーションのみです。',
  'application.role_exists': 'このアプリケーションにはすでにこのロールがあります。',
  'application.secret_name_exists':
    'このアプリケーションには同じ名前のシークレットがあります。別の名前を選んでください。',

  'role.name_in_use': '別のロールがすでにこの名前を使用しています。別の名前を選んでください。',
  'role.scope_exists': 'このロールにはすでにこのスコープがあります。',
  'role.user_exists': 'このユーザーにはすでにこのロールがあります。',
  'role.application_exists': 'このアプリケーションにはすでにこのロールがあります。',
  'role.invalid_type': 'このロールはアプリケーション用のため、ユーザーに割り当てることはできません。',
  'role.management_api_scopes_not_assignable_to_user_role':
    'Management APIのスコープをユーザーに割り当てることはできません。',
  'role.internal_role_violation': 'このロールは組み込みのため、変更できません。',
  'resource.resource_identifier_in_use':
    '別のAPIリソースがすでにこのインジケーターを使用しています。別のものを選んでください。',
  'resource.cannot_delete_management_api': 'Management APIは組み込みのため、変更も削除もできません。',
  'scope.name_exists': 'このリソースには同じ名前のスコープがあります。別の名前を選んでください。',
  'scope.name_with_space': 'スコープの名前に空白を含めることはできません。',

  // hook
  'hook.send_test_payload_failed': 'このアドレスにテストを送信できませんでした。',
  'hook.endpoint_responded_with_error': '受信側がテストに対してエラーを返しました。',

  'sign_in_experiences.username_policy_case_conflicts_exist':
    '大文字と小文字だけが異なるユーザー名があります。先にそれらのアカウントのユーザー名を変更してください。',
  'sign_in_experiences.backup_code_cannot_be_enabled_alone':
    'バックアップコードには、ほかの2段階目の認証方法が必要です。',
  'sign_in_experiences.duplicated_mfa_factors': '2段階目の認証方法が重複しています。',
  'sign_in_experiences.passwordless_requires_verify': '登録に使用するメールアドレスまたは電話番号は、確認が必要です。',
  'sign_in_experiences.password_expiration_not_enabled':
    'ここではパスワードに有効期限がありません。先に有効期限を有効にしてください。',

  'oidc.session_not_found': 'このデバイスはすでにサインアウトしています。',
  'oidc.invalid_session_account_id': 'このデバイスはこのアカウントにサインインしていません。',
  'oidc.invalid_session_payload': 'デバイスの一覧を読み込めませんでした。しばらくしてからもう一度お試しください。',
  'oidc.failed_to_revoke_grant': 'このアプリのアクセスを完全には終了できませんでした。もう一度お試しください。',
  'oidc.failed_to_cleanup_session_authorization':
    'このアプリのアクセスは終了しましたが、デバイスの一覧にはまだ表示されます。',

  'oidc.invalid_request': 'アプリから送信されたリクエストが正しくありません。アプリから最初からやり直してください。',
  'oidc.invalid_client': 'このアプリはここに登録されていないか、アプリであることを証明できませんでした。',
  'oidc.invalid_grant': 'このアクセスは無効になりました。もう一度サインインしてください。',
  'oidc.invalid_scope': 'アプリが許可されていない権限を要求しています。',
  'oidc.invalid_target': 'アプリが要求したAPIはここに登録されていないか、許可されていません。',
  'oidc.invalid_redirect_uri':
    'アプリが登録されていないアドレスへの移動を要求しています。安全のため、ここで停止しました。',
  'oidc.unauthorized_client': 'このアプリはこの方法でのサインインを利用できません。',
  'oidc.unsupported_grant_type': 'このアクセスの取得方法には対応していません。',
  'oidc.unsupported_response_type': 'アプリが要求した応答の種類には対応していません。',
  'oidc.unsupported_response_mode': 'アプリが要求した応答の方法には対応していません。',
  'oidc.request_not_supported': 'アプリから送信されたリクエストの形式には対応していません。',
  'oidc.request_uri_not_supported': 'アプリから送信されたリクエストの形式には対応していません。',
  'oidc.registration_not_supported': 'ここではアプリが自身を登録することはできません。',
  'oidc.access_denied': 'アクセスは拒否されました。何も共有されていません。',
  'oidc.login_required': '続行するにはサインインしてください。',
  'oidc.consent_required': '続行するには、アプリへの許可が必要です。',
  'oidc.interaction_required': '続行するには、アプリへの回答が必要です。',
  'oidc.invalid_token': 'このアクセスは期限切れか、終了しています。もう一度サインインしてください。',
  'oidc.insufficient_scope': 'このアプリにはこのアクセスが許可されていません。',
  'oidc.server_error': 'サービス側で問題が発生しました。しばらくしてからもう一度お試しください。',
  'oidc.temporarily_unavailable': '現在応答できません。しばらくしてからもう一度お試しください。',
};
