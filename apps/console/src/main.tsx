import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './theme/tokens.css';
import { prepareWords } from './words/language.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
await prepareWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
