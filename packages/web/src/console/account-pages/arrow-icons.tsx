import type { ReactNode } from 'react';

// In the manner of the kit's set: outline, 20 px, 1.75 stroke.
function Arrow({ children }: { readonly children: ReactNode }) {
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

export const ArrowUpIcon = () => (
  <Arrow>
    <path d="M10 16V4m-5 5 5-5 5 5" />
  </Arrow>
);
export const ArrowDownIcon = () => (
  <Arrow>
    <path d="M10 4v12m5-5-5 5-5-5" />
  </Arrow>
);
