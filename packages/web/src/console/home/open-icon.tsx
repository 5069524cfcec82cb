import { Icon } from '@freehold/client/react/kit';

/** A ring: what is not done yet, as the words beside it say. */
export const OpenIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.500" />
  </Icon>
);
