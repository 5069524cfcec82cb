import { start } from '../ui/start.tsx';
import './preview.css';
import { PreviewPage } from './preview-page.tsx';

void start(<PreviewPage />, ['common', 'account', 'console']);
