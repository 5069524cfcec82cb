import type { ErrorMessages } from '../catalogue.ts';

/** People are addressed as “vous”. A no-break space stands before double punctuation and inside guillemets. */
export const errors: ErrorMessages = {
  'auth.authorization_header_missing':
    'Vous n’êtes pas connecté. Envoyez un jeton d’accès dans l’en-tête Authorization.',
  'auth.authorization_token_type_not_supported':
    'Ce type d’autorisation n’est pas pris en charge. Envoyez un jeton d’accès Bearer.',
  'auth.unauthorized':
    'Vous n’êtes pas connecté, ou cette application n’a pas reçu cet accès. Reconnectez-vous et réessayez.',
  'auth.forbidden': 'Vous n’avez pas l’autorisation de faire cela.',
  'auth.third_party_application_forbidden':
    'Cette application ne peut pas modifier votre compte. Passez par la page de votre compte.',
  'auth.jwt_sub_missing': 'Le jeton d’accès n’indique pas à qui il appartient. Demandez-en un nouveau.',

  'account_center.not_enabled': 'La gestion de votre compte est désactivée ici. Un administrateur peut l’activer.',
  'account_center.field_not_editable':
    'Cet élément ne peut pas être modifié ici. C’est un administrateur qui décide de ce que vous pouvez changer.',
  'account_center.field_not_enabled': 'Cet élément n’est pas disponible dans votre compte.',

  'guard.invalid_input':
    '{part, select, query {Les paramètres de la requête ne sont pas valides.} params {L’adresse de la requête n’est pas valide.} headers {Un en-tête de la requête n’est pas valide.} files {Le fichier envoyé n’est pas valide.} other {Le contenu de la requête n’est pas valide.}} Corrigez et réessayez.',
  'guard.invalid_pagination':
    'Le numéro de page ou la taille de page n’est pas valide. Les pages commencent à 1 et comptent au plus 100 éléments.',
  'guard.file_size_exceeded': 'Ce fichier est trop volumineux. Choisissez-en un plus petit.',
  'guard.mime_type_not_allowed':
    'Ce type de fichier ne convient pas. Choisissez une image JPEG, PNG, GIF, WebP ou BMP.',

  'request.not_found': 'Il n’y a rien à cette adresse.',
  'request.method_not_allowed': 'Cette adresse n’accepte pas ce type de requête.',
  'request.precondition_failed':
    'Le contenu a été modifié ailleurs il y a un instant. Rien n’a été changé cette fois. Rechargez et réessayez.',
  'request.body_too_large': 'C’est trop pour une seule requête. Envoyez-en moins.',
  'request.unsupported_media_type': 'Le type de contenu de la requête n’est pas pris en charge. Envoyez du JSON.',
  'request.invalid_input': 'La requête se contredit. Corrigez-la et réessayez.',
  'request.feature_not_supported': 'Cette fonction n’est pas configurée ici. Un administrateur peut s’en charger.',
  'request.message_rate_limited':
    'Trop de messages ont été demandés. Attendez quelques minutes avant d’en demander un autre.',

  'server.internal_error': 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  'server.unavailable': 'Nous ne pouvons pas répondre pour le moment. Réessayez dans un instant.',
  'server.busy': 'Il y a beaucoup d’activité en ce moment. Réessayez dans quelques secondes.',
  'tenant.not_found': 'Aucun service ne répond à cette adresse. Vérifiez que vous l’avez bien saisie.',

  'verification_record.permission_denied': 'Confirmez d’abord que c’est bien vous, puis réessayez.',
  'verification_record.not_found': 'Cette confirmation n’est pas utilisable ou a pris trop de temps. Recommencez-la.',
  'verification_record.social_verification.invalid_target':
    'Vous avez confirmé auprès d’un autre fournisseur. Utilisez celui que vous voulez modifier.',
  'verification_record.social_verification.token_response_not_found':
    'Le fournisseur ne nous a donné aucun accès. Rien n’a été modifié.',

  'verification_code.not_found': 'Ce code ne fonctionne plus. Demandez-en un nouveau.',
  'verification_code.email_mismatch':
    'Ce code a été envoyé à une autre adresse e-mail. Utilisez cette adresse, ou demandez un nouveau code.',
  'verification_code.phone_mismatch':
    'Ce code a été envoyé à un autre numéro de téléphone. Utilisez ce numéro, ou demandez un nouveau code.',
  'verification_code.expired': 'Ce code a expiré. Demandez-en un nouveau.',
  'verification_code.exceed_max_try':
    'Ce code a été mal saisi trop souvent et ne fonctionne plus. Demandez-en un nouveau.',
  'verification_code.code_mismatch': 'Ce code n’est pas le bon. Vérifiez-le et réessayez.',

  'session.not_found':
    'La connexion a pris trop de temps ou était déjà terminée. Recommencez depuis l’application que vous voulez ouvrir.',
  'session.invalid_credentials': 'Le compte ou le mot de passe est incorrect. Vérifiez votre saisie et réessayez.',
  'session.verification_blocked_too_many_attempts':
    'Trop de tentatives. Pour votre sécurité, ce moyen est suspendu. Réessayez {relativeTime}.',
  'session.verification_session_not_found': 'Cette étape a pris trop de temps ou était déjà terminée. Recommencez-la.',
  'session.verification_failed': 'Cette étape n’est pas encore terminée. Terminez-la d’abord.',
  'session.identifier_not_found': 'Nous ne savons pas encore qui se connecte. Recommencez.',
  'session.identity_conflict': 'Vous avez commencé à vous connecter sous un autre compte. Recommencez pour en changer.',
  'session.insufficient_info': 'Il manque un élément pour se connecter chez ce fournisseur. Recommencez.',
  'session.invalid_connector_id': 'Ce moyen de connexion n’existe pas ici.',
  'session.connector_validation_session_not_found':
    'La connexion chez le fournisseur a pris trop de temps ou était déjà terminée. Recommencez.',
  'session.csrf_token_mismatch': 'Cette réponse ne vient pas de ce navigateur. Recommencez ici.',
  'session.google_one_tap.cookie_mismatch': 'Cette réponse de Google ne vient pas de ce navigateur. Recommencez ici.',
  'session.email_blocklist.email_not_allowed': 'Cette adresse e-mail n’est pas acceptée ici. Utilisez-en une autre.',
  'session.email_blocklist.email_subaddressing_not_allowed':
    'Les adresses e-mail avec un signe plus ne sont pas acceptées ici. Retirez cette partie.',
  'session.email_blocklist.invalid_email': 'Ce n’est pas une adresse e-mail. Vérifiez votre saisie.',
  'session.email_blocklist.disposable_email_validation_failed':
    'Cette adresse e-mail n’a pas pu être vérifiée. Réessayez plus tard.',
  'session.mfa.require_mfa_verification':
    'La validation en deux étapes est activée pour ce compte. Passez la seconde étape.',
  'session.mfa.mfa_factor_not_enabled': 'Cette seconde étape n’est pas proposée ici.',
  'session.mfa.invalid_totp_code':
    'Ce code ne correspond pas. Attendez le suivant et vérifiez que l’heure de votre téléphone se règle automatiquement.',
  'session.mfa.backup_code_can_not_be_alone':
    'Les codes de secours complètent une autre seconde étape. Ajoutez d’abord une application d’authentification ou une clé d’accès.',
  'session.mfa.pending_info_not_found': 'L’ajout de la clé d’accès a pris trop de temps. Recommencez.',
  'session.mfa.webauthn_verification_failed':
    'Cette clé d’accès n’a pas pu être vérifiée. Rien n’a été enregistré. Réessayez.',

  'user.username_already_in_use': 'Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.',
  'user.email_already_in_use': 'Cette adresse e-mail appartient à un autre compte. Utilisez-en une autre.',
  'user.phone_already_in_use': 'Ce numéro de téléphone appartient à un autre compte. Utilisez-en un autre.',
  'user.invalid_phone': 'Ce n’est pas un numéro de téléphone. Vérifiez votre saisie, indicatif du pays compris.',
  'user.identity_already_in_use': 'Ce compte est déjà lié. Supprimez d’abord ce lien.',
  'user.identity_not_exist': 'Aucun compte de ce fournisseur n’est lié.',
  'user.identity_not_exists_in_current_user':
    'Vous avez confirmé avec un compte qui n’est pas lié au vôtre. Utilisez celui qui est lié.',
  'user.last_sign_in_method_required':
    'C’est votre seul moyen de connexion, il ne peut pas être supprimé. Ajoutez-en d’abord un autre.',
  'user.same_password': 'C’est votre mot de passe actuel. Choisissez-en un autre.',
  'user.suspended': 'Ce compte est suspendu. Un administrateur peut vous aider.',
  'user.user_not_exist': 'Aucun compte ne correspond.',
  'user.missing_profile': 'Il manque encore une information pour terminer. Veuillez la compléter.',
  'user.missing_mfa': 'Ce compte exige la validation en deux étapes. Configurez-la pour continuer.',
  'user.suggest_mfa':
    'La validation en deux étapes protège mieux votre compte. Vous pourrez aussi l’activer plus tard.',
  'user.sign_in_method_not_enabled': 'Ce moyen de connexion n’est pas proposé ici. Utilisez-en un autre.',
  'user.cannot_delete_self':
    'Vous ne pouvez pas supprimer le compte avec lequel vous êtes connecté. Demandez à un autre administrateur.',
  'user.cannot_suspend_self':
    'Vous ne pouvez pas suspendre le compte avec lequel vous êtes connecté. Demandez à un autre administrateur.',
  'user.cannot_demote_self':
    'Vous ne pouvez pas cesser vous-même d’être administrateur. Demandez à un autre administrateur.',
  'user.password_and_digest': 'Envoyez soit un mot de passe, soit une empreinte, pas les deux.',
  'user.password_algorithm_required': 'Une empreinte de mot de passe doit être accompagnée du nom de son algorithme.',
  'user.totp_secret_invalid': 'La clé de l’application d’authentification n’est pas valide. Recommencez.',
  'user.totp_already_in_use': 'Une application d’authentification est déjà configurée. Supprimez-la d’abord.',
  'user.backup_code_already_in_use': 'Il vous reste des codes de secours inutilisés. Supprimez-les d’abord.',
  'user.wrong_backup_code_format': 'Ces codes de secours ne sont pas valides. Créez-en de nouveaux.',

  'user.username_required': 'Saisissez un nom d’utilisateur.',
  'user.username_too_short':
    '{min, plural, one {Le nom d’utilisateur doit compter au moins # caractère.} other {Le nom d’utilisateur doit compter au moins # caractères.}}',
  'user.username_too_long':
    '{max, plural, one {Le nom d’utilisateur doit compter au plus # caractère.} other {Le nom d’utilisateur doit compter au plus # caractères.}}',
  'user.username_starts_with_number':
    'Un nom d’utilisateur ne peut pas commencer par un chiffre. Commencez par une lettre.',
  'user.username_invalid_charset_hard':
    'Pour le nom d’utilisateur, utilisez uniquement les lettres de A à Z, les chiffres et les tirets bas.',
  'user.username_uppercase_not_allowed':
    'Les majuscules ne sont pas acceptées ici. Écrivez le nom d’utilisateur en minuscules.',
  'user.username_lowercase_not_allowed':
    'Les minuscules ne sont pas acceptées ici. Écrivez le nom d’utilisateur en majuscules.',
  'user.username_numbers_not_allowed': 'Les chiffres ne sont pas acceptés ici dans un nom d’utilisateur. Retirez-les.',
  'user.username_underscore_not_allowed':
    'Les tirets bas ne sont pas acceptés ici dans un nom d’utilisateur. Retirez-les.',

  'password.rejected': 'Ce mot de passe ne convient pas. Choisissez-en un autre.',
  'password_rejected.too_short':
    '{min, plural, one {Utilisez au moins # caractère.} other {Utilisez au moins # caractères.}}',
  'password_rejected.too_long':
    '{max, plural, one {Utilisez au plus # caractère.} other {Utilisez au plus # caractères.}}',
  'password_rejected.unsupported_characters': 'Ce mot de passe contient des caractères inutilisables. Retirez-les.',
  'password_rejected.character_types':
    '{min, plural, one {Utilisez au moins # de ces types : majuscules, minuscules, chiffres, symboles.} other {Mélangez au moins # de ces types : majuscules, minuscules, chiffres, symboles.}}',
  'password_rejected.pwned': 'Ce mot de passe figure dans une fuite de données. Choisissez-en un autre.',
  'password_rejected.restricted.repetition': 'Ne composez pas le mot de passe de caractères répétés, comme « aaaa ».',
  'password_rejected.restricted.sequence': 'Ne composez pas le mot de passe d’une suite, comme « 1234 » ou « azerty ».',
  'password_rejected.restricted.user_info':
    'N’utilisez pas votre nom, votre nom d’utilisateur, votre adresse e-mail ou votre numéro de téléphone dans le mot de passe.',
  'password_rejected.restricted.words': 'Ce mot de passe contient un mot refusé ici. Choisissez-en un autre.',

  'secrets.third_party_token_set.token_not_found':
    'Aucun accès à ce fournisseur n’est conservé. Liez de nouveau le compte.',
  'secrets.third_party_token_set.access_token_expired': 'L’accès à ce fournisseur a expiré. Reconnectez-vous chez lui.',

  'storage.not_configured': 'L’envoi d’images n’est pas encore possible ici. Un administrateur peut le configurer.',
  'storage.upload_error': 'Le fichier n’a pas pu être conservé. Rien n’a été modifié. Réessayez plus tard.',

  'connector.general': 'Le fournisseur n’a pas répondu comme prévu. Réessayez plus tard.',
  'connector.not_found':
    'Nous ne pouvons pas encore envoyer de messages ni joindre ce fournisseur. Un administrateur peut le configurer.',
  'connector.not_found_with_connector_id': 'Aucun type de connecteur ne porte cet identifiant.',
  'connector.not_implemented': 'Ce connecteur ne sait pas faire cela.',
  'connector.unexpected_type': 'Ce connecteur n’est pas du type attendu ici.',
  'connector.invalid_metadata': 'Les métadonnées du connecteur ne sont pas valides.',
  'connector.invalid_config_guard': 'Le connecteur ne décrit pas correctement ses réglages.',
  'connector.invalid_config': 'Les réglages du connecteur ne sont pas valides.',
  'connector.invalid_request_parameters': 'Le connecteur ne peut pas utiliser les paramètres reçus.',
  'connector.insufficient_request_parameters': 'Il manque un paramètre au connecteur.',
  'connector.invalid_certificate': 'Le certificat du fournisseur n’est pas valide.',
  'connector.invalid_response': 'Le fournisseur a donné une réponse que nous ne comprenons pas. Réessayez plus tard.',
  'connector.template_not_found': 'Ce message n’a pas encore de texte. Un administrateur peut l’ajouter.',
  'connector.template_not_supported': 'Ce connecteur ne peut pas envoyer ce type de message.',
  'connector.authorization_failed': 'La connexion chez le fournisseur a été annulée ou refusée. Rien n’a été modifié.',
  'connector.social_auth_code_invalid': 'La connexion chez le fournisseur n’a pas abouti. Recommencez.',
  'connector.social_invalid_access_token': 'Le fournisseur n’accepte plus l’accès qu’il avait donné. Recommencez.',
  'connector.social_invalid_id_token': 'Ce que le fournisseur a dit de vous n’a pas pu être vérifié. Recommencez.',
  'connector.rate_limit_exceeded': 'Le fournisseur n’accepte plus de requêtes pour le moment. Réessayez plus tard.',
  'connector.usage_limit_exceeded':
    'Plus aucun message ne peut être envoyé pour le moment. Un administrateur peut vous aider.',
  'connector.more_than_one_connector_factory': 'Plusieurs types de connecteur portent le même identifiant.',
  'connector.multiple_instances_not_supported': 'Il ne peut y avoir qu’un seul connecteur de ce type.',
  'connector.multiple_target_with_same_platform': 'Un autre connecteur utilise déjà cette cible.',
  'connector.cannot_overwrite_metadata_for_non_standard_connector':
    'Le nom et le logo de ce type de connecteur ne peuvent pas être modifiés.',
  'connector.token_storage_not_supported':
    'Ce connecteur ne peut ni conserver ni renouveler l’accès à son fournisseur.',

  'entity.not_found': 'Cet élément n’existe pas ou n’existe plus.',
  'entity.not_exists': 'L’élément à modifier n’existe pas ou n’existe plus.',
  'entity.not_exists_with_id': 'Aucun élément ne porte cet identifiant.',
  'entity.relation_foreign_key_not_found': 'La requête fait référence à un élément qui n’existe pas.',
  'entity.value_too_long': 'Une valeur est trop longue. Raccourcissez-la.',
  'entity.invalid_input': 'Une valeur ne peut pas être enregistrée. Corrigez-la et réessayez.',
  'entity.db_constraint_violated': 'Ces valeurs ne vont pas ensemble. Rien n’a été modifié.',
  'entity.create_failed': 'La création n’a pas abouti. Rien n’a été modifié.',

  'application.invalid_third_party_application_type': 'Une application de ce type ne peut pas être celle d’un tiers.',
  'application.third_party_application_cannot_enable_token_exchange':
    'Une application tierce ne peut pas échanger de jetons.',
  'application.third_party_application_only': 'Seules les applications tierces en disposent.',
  'application.user_consent_scopes_not_found':
    'Certaines de ces portées n’existent pas ou ne peuvent pas être données à des utilisateurs.',
  'application.invalid_role_type':
    'Ce rôle ne convient pas à cette application. Seules les applications de machine à machine ont des rôles.',
  'application.role_exists': 'L’application a déjà ce rôle.',
  'application.secret_name_exists': 'L’application a déjà un secret de ce nom. Choisissez un autre nom.',

  'role.name_in_use': 'Un autre rôle porte déjà ce nom. Choisissez un autre nom.',
  'role.scope_exists': 'Le rôle a déjà cette portée.',
  'role.user_exists': 'Cet utilisateur a déjà ce rôle.',
  'role.application_exists': 'Cette application a déjà ce rôle.',
  'role.invalid_type': 'Ce rôle est destiné aux applications, pas aux utilisateurs.',
  'role.management_api_scopes_not_assignable_to_user_role':
    'Les portées de la Management API ne peuvent pas être données à des utilisateurs.',
  'role.internal_role_violation': 'Ce rôle est intégré et ne peut pas être modifié.',
  'resource.resource_identifier_in_use': 'Une autre ressource d’API a déjà cet indicateur. Choisissez-en un autre.',
  'resource.cannot_delete_management_api': 'La Management API est intégrée et ne peut être ni modifiée ni supprimée.',
  'scope.name_exists': 'La ressource a déjà une portée de ce nom. Choisissez un autre nom.',
  'scope.name_with_space': 'Le nom d’une portée ne peut pas contenir d’espace.',

  // hook
  'hook.send_test_payload_failed': 'Le test n’a pas pu être remis à cette adresse.',
  'hook.endpoint_responded_with_error': 'Le destinataire a répondu au test par une erreur.',

  'sign_in_experiences.username_policy_case_conflicts_exist':
    'Certains noms d’utilisateur ne diffèrent que par les majuscules. Renommez d’abord ces comptes.',
  'sign_in_experiences.backup_code_cannot_be_enabled_alone':
    'Les codes de secours doivent accompagner une autre seconde étape.',
  'sign_in_experiences.duplicated_mfa_factors': 'Une seconde étape figure deux fois dans la liste.',
  'sign_in_experiences.passwordless_requires_verify':
    'L’adresse e-mail ou le numéro de téléphone demandé à l’inscription doit être vérifié.',
  'sign_in_experiences.password_expiration_not_enabled':
    'Les mots de passe n’expirent pas ici. Activez d’abord leur expiration.',

  'oidc.session_not_found': 'Cet appareil n’est plus connecté.',
  'oidc.invalid_session_account_id': 'Cet appareil n’est pas connecté à ce compte.',
  'oidc.invalid_session_payload': 'La liste des appareils n’a pas pu être lue. Réessayez plus tard.',
  'oidc.failed_to_revoke_grant': 'L’accès de cette application n’a pas pu être entièrement retiré. Réessayez.',
  'oidc.failed_to_cleanup_session_authorization':
    'L’accès de cette application a été retiré, mais la liste des appareils le montre encore.',

  'oidc.invalid_request': 'L’application a envoyé une requête non valide. Recommencez depuis l’application.',
  'oidc.invalid_client': 'Cette application n’est pas connue ici, ou n’a pas pu prouver qui elle est.',
  'oidc.invalid_grant': 'Cet accès n’est plus valable. Reconnectez-vous.',
  'oidc.invalid_scope': 'L’application demande quelque chose qu’elle ne peut pas obtenir.',
  'oidc.invalid_target': 'L’application demande une API inconnue ici ou qui n’a pas été autorisée.',
  'oidc.invalid_redirect_uri':
    'L’application veut vous renvoyer à une adresse qu’elle n’a pas déclarée. Pour vous protéger, nous nous arrêtons ici.',
  'oidc.unauthorized_client': 'Cette application ne peut pas connecter de personnes de cette façon.',
  'oidc.unsupported_grant_type': 'Cette façon d’obtenir un accès n’est pas prise en charge.',
  'oidc.unsupported_response_type': 'L’application demande un type de réponse qui n’est pas pris en charge.',
  'oidc.unsupported_response_mode': 'L’application demande la réponse sous une forme qui n’est pas prise en charge.',
  'oidc.request_not_supported': 'L’application a envoyé sa requête sous une forme qui n’est pas prise en charge.',
  'oidc.request_uri_not_supported': 'L’application a envoyé sa requête sous une forme qui n’est pas prise en charge.',
  'oidc.registration_not_supported': 'Les applications ne peuvent pas s’inscrire elles-mêmes ici.',
  'oidc.access_denied': 'L’accès a été refusé. Rien n’a été communiqué.',
  'oidc.login_required': 'Connectez-vous pour continuer.',
  'oidc.consent_required': 'L’application a besoin de votre autorisation pour continuer.',
  'oidc.interaction_required': 'L’application a besoin de votre réponse pour continuer.',
  'oidc.invalid_token': 'Cet accès a expiré ou a été retiré. Reconnectez-vous.',
  'oidc.insufficient_scope': 'L’application n’a pas reçu cet accès.',
  'oidc.server_error': 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  'oidc.temporarily_unavailable': 'Nous ne pouvons pas répondre pour le moment. Réessayez dans un instant.',
};
