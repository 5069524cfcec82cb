import { Icon } from '@freehold/client/react/kit';

/** Three lines: what hides behind the button beside it is said in words. */
export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.500h14M3 10h14M3 14.500h14" />
  </Icon>
);
