import { Icon } from '@freehold/client/react/kit';

export const ArrowUpIcon = () => (
  <Icon>
    <path d="M10 16V4m-5 5 5-5 5 5" />
  </Icon>
);
export const ArrowDownIcon = () => (
  <Icon>
    <path d="M10 4v12m5-5-5 5-5-5" />
  </Icon>
);
