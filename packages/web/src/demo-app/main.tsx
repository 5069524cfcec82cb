import { boot } from '../ui/boot.ts';
import { Frame } from '../ui/frame.tsx';
import { start } from '../ui/start.tsx';
import './demo-app.css';
import { DemoApp } from './demo-app.tsx';

// The provider answers to the registered address alone: 127.0.0.1 instead of localhost would fail later, obscurely.
if (location.origin === new URL(boot.endpoint).origin) {
  void start(
    <Frame wide>
      <DemoApp />
    </Frame>,
    ['common', 'pages'],
  );
} else {
  location.replace(`${boot.endpoint}/demo-app`);
}
