import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from './language.ts';
import { Surroundings } from './surroundings.tsx';
import { Pages } from './routes.tsx';
import { paint } from './theme.ts';

paint();
await startLanguage();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Surroundings>
      <Pages />
    </Surroundings>
  </StrictMode>,
);
