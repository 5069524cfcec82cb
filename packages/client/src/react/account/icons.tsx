import { Icon } from '../kit/index.ts';

/** Points back, to where reading begins. */
export const BackIcon = () => (
  <span className="fh-directed">
    <Icon>
      <path d="m12 5-5 5 5 5" />
    </Icon>
  </span>
);
/** Points on, to where reading goes. */
export const OnIcon = () => (
  <span className="fh-directed">
    <Icon>
      <path d="m8 5 5 5-5 5" />
    </Icon>
  </span>
);
export const HomeIcon = () => (
  <Icon>
    <path d="M3 9.200 10 3.300l7 5.900V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1Z" />
    <path d="M8 17v-5h4v5" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="10" cy="6.800" r="3.300" />
    <path d="M3.500 17c.6-3.300 3.200-5.300 6.500-5.300s5.900 2 6.500 5.300" />
  </Icon>
);
export const ShieldIcon = () => (
  <Icon>
    <path d="M10 2.500 3.800 4.700v4.600c0 3.900 2.500 6.800 6.200 8.200 3.700-1.400 6.200-4.300 6.200-8.200V4.700Z" />
    <path d="m7.300 9.800 2 2 3.400-3.700" />
  </Icon>
);
/** Leads out of here. */
export const OutIcon = () => (
  <Icon>
    <path d="M11.500 3.500h5v5M16 4l-7 7M8 4H4.500a1 1 0 0 0-1 1v10.500a1 1 0 0 0 1 1H15a1 1 0 0 0 1-1V12" />
  </Icon>
);
