import type { ReactNode } from 'react';

/** The frame of one outline set, 20 px, 1.75 stroke. Always beside words, or inside a control that has a name. */
export function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="fh-icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const EyeIcon = () => (
  <Icon>
    <path d="M1.8 10S4.7 4.2 10 4.2 18.2 10 18.2 10 15.3 15.8 10 15.8 1.8 10 1.8 10Z" />
    <circle cx="10" cy="10" r="2.6" />
  </Icon>
);
export const EyeOffIcon = () => (
  <Icon>
    <path d="M8 4.4a7.4 7.4 0 0 1 2-.2c5.3 0 8.2 5.8 8.2 5.800a14.6 14.6 0 0 1-2.2 3M5.3 5.500A13.7 13.7 0 0 0 1.8 10s2.9 5.8 8.2 5.800a7.9 7.9 0 0 0 4.2-1.2" />
    <path d="M8.1 8.200a2.6 2.6 0 0 0 3.7 3.700M2.5 2.500l15 15" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4 10.6 3.9 3.900L16.2 6" />
  </Icon>
);
export const CrossIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const DotIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="1.5" fill="currentColor" stroke="none" />
  </Icon>
);
export const AlertIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="8.1" />
    <path d="M10 6v4.700M10 13.600v.1" />
  </Icon>
);
export const GlobeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="8.1" />
    <path d="M2 10h16M10 1.900c2.3 2.2 3.4 5 3.4 8.100s-1.1 5.9-3.4 8.100C7.7 15.9 6.6 13.1 6.6 10S7.7 4.1 10 1.900Z" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m6.5 8.5 3.5 3.5 3.5-3.5" />
  </Icon>
);
