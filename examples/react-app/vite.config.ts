import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The port is part of the address that the application is registered with.
export default defineConfig({ plugins: [react()], server: { port: 5173, strictPort: true } });
