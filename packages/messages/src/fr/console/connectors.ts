import type { Translated } from '../../catalogue.ts';
import type { connectors as english } from '../../en/console/connectors.ts';

export const connectors: Translated<typeof english> = {
  'connectors.lead':
    'Comment partent les e-mails et les SMS, et avec quels autres fournisseurs on se connecte. Ce qui est configuré vient en premier.',
  'connectors.kind_Email': 'E-mail',
  'connectors.kind_Sms': 'SMS',
  'connectors.kind_Social': 'Fournisseurs de connexion',
  'connectors.add': 'Ajouter',
  'connectors.replace_by': 'Le remplacer par',
  'connectors.none_Email': 'Rien n’envoie encore d’e-mails : les codes et les avis par e-mail ne peuvent pas partir.',
  'connectors.none_Sms': 'Rien n’envoie encore de SMS : les codes par SMS ne peuvent pas partir.',
  'connectors.none_Social':
    'On se connecte ici avec son compte d’ici. Vous pouvez aussi permettre d’utiliser un autre fournisseur.',
  'connectors.inbox':
    'Rien n’est configuré ici. C’est un serveur de développement : ses messages restent dans sa propre boîte et n’atteignent personne.',
  'connectors.open_inbox': 'Ouvrir la boîte',
  'connectors.back': 'Tous les connecteurs',

  'connectors.guide': 'Comment le configurer',
  'connectors.replaces': 'Un seul peut envoyer. Quand vous connecterez celui-ci, il prendra la place de {name}.',
  'connectors.callback': 'Adresse de retour',
  'connectors.callback_hint':
    'Enregistrez-la chez le fournisseur comme adresse de redirection autorisée, exactement telle qu’elle figure ici.',
  'connectors.identity': 'Ce que l’on voit',
  'connectors.name': 'Nom',
  'connectors.name_hint': 'Il figure sur le bouton : « Continuer avec… ».',
  'connectors.target': 'Clé de ses comptes',
  'connectors.target_hint': 'Un mot court, comme acme-id. Les comptes liés sont enregistrés sous cette clé.',
  'connectors.target_moves': 'Si vous la changez, les comptes liés sous la clé actuelle n’ouvriront plus rien.',
  'connectors.logo': 'Logo',
  'connectors.logo_dark': 'Logo sur fond sombre',
  'connectors.logo_remove': 'Retirer le logo',
  'connectors.logo_too_large': 'Cette image est trop grande. Choisissez-en une de 48 ko au plus.',
  'connectors.sync_profile': 'Garder le nom et la photo à jour',
  'connectors.sync_profile_hint': 'À chaque connexion, ils deviennent ce qu’indique le fournisseur.',
  'connectors.secret_saved': 'Enregistré, et jamais affiché.',
  'connectors.secret_replace': 'Remplacer',
  'connectors.secret_new': 'Il prendra la place de celui qui est enregistré.',
  'connectors.secret_new_or_none':
    'Il prendra la place de celui qui est enregistré. Laissez le champ vide pour n’en avoir aucun.',
  'connectors.secret_keep': 'Garder celui qui est enregistré',
  'connectors.member_user': 'Nom d’utilisateur',
  'connectors.edit_json': 'Modifier en JSON',
  'connectors.insert_example': 'Insérer un exemple',
  'connectors.not_set': 'Non défini',
  'connectors.more': 'Autres réglages',
  'connectors.connect': 'Connecter',
  'connectors.save': 'Enregistrer les modifications',
  'connectors.entry_missing': 'Cette valeur est nécessaire.',
  'connectors.entry_number': 'Saisissez un nombre entier.',
  'connectors.entry_json':
    'Ce n’est pas du JSON valide. Cherchez un guillemet, une virgule ou une parenthèse qui manque.',
  'connectors.issue_missing': 'Cette valeur est nécessaire.',
  'connectors.issue_moved': 'Saisissez-la de nouveau : l’adresse à laquelle elle est envoyée a changé.',
  'connectors.issue_address': 'Saisissez une adresse web qui commence par https://.',
  'connectors.issue_other': 'Cette valeur ne convient pas. Le serveur dit :',
  'connectors.next_Email':
    'On peut maintenant se connecter et s’inscrire avec des codes par e-mail, si vous le permettez :',
  'connectors.next_Sms': 'On peut maintenant se connecter et s’inscrire avec des codes par SMS, si vous le permettez :',
  'connectors.next_Social': 'Pour que l’on puisse s’en servir pour se connecter, proposez-le là-bas :',
  'connectors.templates_missing':
    'Ces messages n’ont pas de texte à vous : c’est le texte général ou celui fourni qui part :',

  'connectors.test': 'Envoyer un message d’essai',
  'connectors.test_lead':
    'Il part vraiment, avec ce qui figure maintenant dans le formulaire. Il n’y a rien à enregistrer pour cela.',
  'connectors.test_to_email': 'Votre adresse e-mail',
  'connectors.test_to_phone': 'Votre numéro de téléphone',
  'connectors.test_missing_email': 'Saisissez l’adresse à laquelle écrire.',
  'connectors.test_missing_phone': 'Saisissez le numéro auquel écrire.',
  'connectors.test_send': 'Envoyer le message d’essai',
  'connectors.test_busy': 'Envoi en cours…',
  'connectors.test_sent': 'Remis pour {address} à {time}, en {seconds} s.',
  'connectors.test_sent_short': 'Le message d’essai a été remis.',
  'connectors.test_look_email':
    'Regardez dans la boîte aux lettres. Si rien n’arrive d’ici quelques minutes, cherchez dans les indésirables ou dans le journal du serveur de messagerie.',
  'connectors.test_look_phone': 'Si rien n’arrive d’ici quelques minutes, regardez dans le journal du service.',
  'connectors.failed_credentials':
    'L’autre côté n’accepte pas le nom d’utilisateur, le mot de passe ou la clé. Rien n’a été envoyé. Saisissez-les de nouveau.',
  'connectors.failed_unreachable':
    'Personne ne répond à cette adresse. Rien n’a été envoyé. Vérifiez l’hôte, le port et le pare-feu.',
  'connectors.failed_encryption':
    'Aucune connexion chiffrée n’a pu s’établir. Rien n’a été envoyé. Vérifiez le port, le certificat et les réglages TLS.',
  'connectors.failed_timeout':
    'Aucune réponse n’est arrivée à temps. Le message n’est peut-être pas parti. Vérifiez l’hôte et le port.',
  'connectors.failed_sender':
    'L’autre côté n’accepte pas l’expéditeur. Rien n’a été envoyé. Vérifiez l’adresse dans « From ».',
  'connectors.failed_recipient':
    'L’autre côté n’accepte pas le destinataire. Rien n’a été envoyé. Vérifiez l’adresse ci-dessus.',
  'connectors.failed_refused': 'L’autre côté a refusé le message. Ce qu’il a dit figure dans le journal du serveur.',
  'connectors.try': 'Essayer le parcours',
  'connectors.try_lead':
    'Ouvre la page de connexion du fournisseur dans un nouvel onglet, telle qu’on la verra. Personne n’est connecté ici par là, et rien n’est lié.',
  'connectors.try_saved_only':
    'On essaie ce qui est enregistré. Vos modifications ci-dessus n’en font pas encore partie.',
  'connectors.try_action': 'Préparer le parcours',
  'connectors.try_busy': 'Question au fournisseur…',
  'connectors.try_ready': 'Il mène à {host}.',
  'connectors.try_ready_short': 'Le parcours est prêt.',
  'connectors.try_open': 'Se connecter chez {name} (nouvel onglet)',
  'connectors.try_after':
    'Si vous revenez sur une page de ce serveur qui demande de partir d’une application, tout a fonctionné. Si le fournisseur se plaint avant, vérifiez chez lui l’ID client, la portée et l’adresse de retour.',
  'connectors.try_no_address':
    'L’adresse que donne le fournisseur n’est pas une adresse web. Vérifiez ses points d’accès.',
  'connectors.not_offered': 'Il n’est pas encore proposé sur la page de connexion. Ajoutez-le là-bas :',

  'connectors.delete': 'Retirer le connecteur',
  'connectors.deleting': 'Retrait en cours…',
  'connectors.deleted': 'Le connecteur a été retiré.',
  'connectors.delete_title': 'Retirer {name} ?',
  'connectors.delete_stops': 'Ensuite, ceci ne fonctionnera plus :',
  'connectors.stops_codeSignIn': 'Se connecter avec un code. Qui n’a pas d’autre moyen ne peut plus entrer.',
  'connectors.stops_register': 'Créer un compte avec une telle adresse',
  'connectors.stops_recovery': 'Réinitialiser avec un code un mot de passe oublié',
  'connectors.stops_proofs': 'Confirmer avec un code avant de modifier un compte',
  'connectors.stops_notices': 'Les avis sur ce qui est arrivé à un compte',
  'connectors.stops_socialSignIn': 'Se connecter avec {name}. Qui n’a pas d’autre moyen ne peut plus entrer.',
  'connectors.stops_linking': 'Lier un compte {name}',
  'connectors.delete_links_stay':
    'Les comptes liés le restent, et ouvriront de nouveau dès qu’il sera connecté sous la même clé.',
  'connectors.delete_config_gone': 'Ses réglages et ses secrets sont supprimés et ne peuvent pas être rétablis.',
  'connectors.delete_inbox': 'Sur ce serveur de développement, les messages resteront alors dans la boîte.',
};
