import type { ReactNode } from 'react';

// One outline set, 20 px, 1.75 stroke. Always beside words, or inside a control that has a name.
function icon(shape: ReactNode) {
  return function Icon() {
    return (
      <svg
        className="icon"
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
        {shape}
      </svg>
    );
  };
}

export const EyeIcon = icon(
  <>
    <path d="M1.8 10S4.7 4.2 10 4.2 18.2 10 18.2 10 15.3 15.8 10 15.8 1.8 10 1.8 10Z" />
    <circle cx="10" cy="10" r="2.6" />
  </>,
);
export const EyeOffIcon = icon(
  <>
    <path d="M8 4.4a7.4 7.4 0 0 1 2-.2c5.3 0 8.2 5.8 8.2 5.800a14.6 14.6 0 0 1-2.2 3M5.3 5.500A13.7 13.7 0 0 0 1.8 10s2.9 5.8 8.2 5.800a7.9 7.9 0 0 0 4.2-1.2" />
    <path d="M8.1 8.200a2.6 2.6 0 0 0 3.7 3.700M2.5 2.500l15 15" />
  </>,
);
export const CheckIcon = icon(<path d="m4 10.6 3.9 3.900L16.2 6" />);
export const CrossIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const DotIcon = icon(<circle cx="10" cy="10" r="1.5" fill="currentColor" stroke="none" />);
export const AlertIcon = icon(
  <>
    <circle cx="10" cy="10" r="8.1" />
    <path d="M10 6v4.700M10 13.600v.1" />
  </>,
);
export const GlobeIcon = icon(
  <>
    <circle cx="10" cy="10" r="8.1" />
    <path d="M2 10h16M10 1.900c2.3 2.2 3.4 5 3.4 8.100s-1.1 5.9-3.4 8.100C7.7 15.9 6.6 13.1 6.6 10S7.7 4.1 10 1.900Z" />
  </>,
);
