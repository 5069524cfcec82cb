import type { Translated } from '../../catalogue.ts';
import type { linked as english } from '../../en/account/linked.ts';

export const linked: Translated<typeof english> = {
  'linked.task': 'Verknüpfte Konten',
  'linked.lead': 'Melden Sie sich hier mit Konten an, die Sie anderswo haben.',
  'linked.none': 'Es gibt keine anderen Dienste, die Sie verknüpfen könnten.',
  'linked.unknown': 'Dieser Dienst kann nicht mit Ihrem Konto verknüpft werden.',
  'linked.all': 'Alle verknüpften Konten',
  'linked.not_linked': 'Nicht verknüpft',
  'linked.since': 'Verknüpft am {date}',
  'linked.link': 'Verknüpfen',
  'linked.link_provider': '{provider} verknüpfen',
  'linked.unlink': 'Verknüpfung aufheben',
  'linked.unlink_provider': '{provider}: Verknüpfung aufheben',
  'linked.leaving': 'Weiter zu {provider} …',
  'linked.leaving_short': 'Einen Moment …',
  'linked.linking': 'Ihr Konto bei {provider} wird verknüpft …',
  'linked.done': 'Ihr Konto bei {provider} ist verknüpft. Ab jetzt können Sie sich damit anmelden.',
  'linked.undone': 'Ihr Konto bei {provider} ist nicht mehr verknüpft.',
  'linked.unasked':
    'Diese Antwort gehört zu keiner Verknüpfung, die in diesem Tab begonnen wurde. Es wurde nichts verknüpft. Beginnen Sie unten neu.',
  'linked.declined': 'Das Verknüpfen wurde bei {provider} abgebrochen. Es wurde nichts geändert.',
  'linked.again': 'Noch einmal mit {provider} versuchen',
  'linked.expired': 'Das hat zu lange gedauert. Es wurde nichts verknüpft; bitte beginnen Sie neu.',
  'linked.in_use_elsewhere':
    'Jenes Konto ist hier schon mit einem anderen Konto verknüpft. Falls auch das Ihres ist, melden Sie sich dort an und heben Sie zuerst die Verknüpfung auf.',
  'linked.second_here':
    'Sie haben schon ein Konto dieses Dienstes verknüpft. Heben Sie zuerst dessen Verknüpfung auf, um ein anderes zu verknüpfen.',
  'linked.unfinished':
    'Ihr Konto bei {provider} ist noch nicht verknüpft. Bestätigen Sie zum Abschluss, dass Sie es sind.',
  'linked.finish': 'Verknüpfung abschließen',
  'linked.leave_it': 'Nicht verknüpfen',
  'linked.unlink_heading': 'Verknüpfung mit Ihrem Konto bei {provider} aufheben?',
  'linked.unlink_means': 'Sie können sich dann nicht mehr mit {provider} anmelden. Ihr Konto dort bleibt, wie es ist.',
  'linked.unlinking': 'Verknüpfung wird aufgehoben …',
  'linked.keep': 'Verknüpft lassen',
  'linked.need_another_way':
    'Dies ist Ihr einziger Weg, sich anzumelden; die Verknüpfung kann daher nicht aufgehoben werden. Fügen Sie zuerst eine E-Mail-Adresse, eine Telefonnummer oder ein anderes verknüpftes Konto hinzu.',
  'linked.need_password':
    'Sie haben kein Passwort, daher ist dies Ihr einziger Weg, sich anzumelden. Erstellen Sie zuerst ein Passwort, dann können Sie die Verknüpfung aufheben.',
  'linked.add_password': 'Ein Passwort erstellen',
  'linked.add_email': 'Eine E-Mail-Adresse hinzufügen',
  'linked.add_phone': 'Eine Telefonnummer hinzufügen',
};
