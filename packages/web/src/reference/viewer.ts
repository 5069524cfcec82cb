/**
 * The viewer of one reference page: Swagger UI over the document that the page names.
 *
 * It reads and does not call: this origin asks people for their password, and a page of it that takes access tokens and
 * secrets to try something out would teach to hand them over. To try, there is `curl`, or any tool that reads OpenAPI.
 */
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './reference.css';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => root.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

const viewer = document.querySelector<HTMLElement>('[data-document]');
if (viewer) {
  SwaggerUI({
    domNode: viewer,
    url: viewer.dataset['document'],
    // Otherwise the document goes to a validator on somebody else's server.
    validatorUrl: null,
    supportedSubmitMethods: [],
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    defaultModelExpandDepth: 3,
    showExtensions: false,
    displayRequestDuration: false,
  });
}
