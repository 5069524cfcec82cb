interface ImportMetaEnv {
  readonly VITE_FREEHOLD_ENDPOINT: string;
  readonly VITE_FREEHOLD_CLIENT_ID: string;
}
