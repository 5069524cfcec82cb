import { boot } from '../ui/boot.ts';
import { start } from '../ui/start.tsx';
import './account.css';
import { AccountPages } from './account-pages.tsx';

// The provider answers to the registered address alone: 127.0.0.1 instead of localhost would fail later, obscurely.
if (location.origin === new URL(boot.endpoint).origin) void start(<AccountPages />, ['common', 'account']);
else location.replace(boot.endpoint + location.pathname + location.search);
