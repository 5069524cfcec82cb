/** Three lines: what hides behind the button beside it is said in words. */
export const MenuIcon = () => (
  <svg
    className="fh-icon"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M3 5.500h14M3 10h14M3 14.500h14" />
  </svg>
);
