import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': 'Consola',
  'console.nav_home': 'Inicio',
  'console.nav_users': 'Usuarios',
  'console.nav_connectors': 'Conectores',
  'console.nav_sign_in_experience': 'Inicio de sesión',
  'console.nav_account_pages': 'Páginas de la cuenta',
  'console.nav_proof_policy': 'Política de confirmación',
  'console.try_again': 'Volver a intentar',
  'console.changes': '{count, plural, one {# cambio} other {# cambios}}',
  'console.saved': 'Guardado.',
  'console.discard': 'Descartar',
  'console.save': 'Guardar',
  'console.saving': 'Guardando…',
};
