declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Options that we set: https://swagger.io/docs/open-source-tools/swagger-ui/usage/configuration/ */
  interface Options {
    domNode: HTMLElement;
    url: string | undefined;
    validatorUrl: null;
    supportedSubmitMethods: readonly string[];
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    defaultModelExpandDepth: number;
    showExtensions: boolean;
    displayRequestDuration: boolean;
  }
  export default function SwaggerUI(options: Options): void;
}
