/** Three layers, as what is requested, what is promised and where it runs. @internal */
export function PortalMark() {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M12 3 21 8 12 13 3 8Z" fill="currentColor" />
      <path d="M3 12.2 12 17.2 21 12.2" />
      <path d="M3 16.4 12 21.4 21 16.4" />
    </svg>
  );
}
