import { boot } from '../ui/boot.ts';
import { start } from '../ui/start.tsx';
import './console.css';
import { ConsolePages } from './console-pages.tsx';

if (location.origin === new URL(boot.endpoint).origin) void start(<ConsolePages />, ['common', 'account', 'console']);
else location.replace(boot.endpoint + location.pathname + location.search);
