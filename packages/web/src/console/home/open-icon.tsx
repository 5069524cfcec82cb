/** A ring: what is not done yet, as the words beside it say. */
export const OpenIcon = () => (
  <svg
    className="fh-icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    aria-hidden="true"
    focusable="false"
  >
    <circle cx="10" cy="10" r="6.500" />
  </svg>
);
