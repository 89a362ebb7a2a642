import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { createQueryClient } from './api/queryClient.ts';
import { keepUp } from './api/recovery.ts';
import { Guarded } from './Guarded.tsx';
import { AppRoutes, fetchPage } from './router.tsx';
import { Shell } from './Shell.tsx';
import { speakFirst } from './speakFirst.ts';

// First of all, so that the page's code comes while the rest is set up.
fetchPage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const client = createQueryClient();
keepUp(client);

void speakFirst().then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserRouter>
          <Guarded what="The dashboard" made={null}>
            <Shell>
              <AppRoutes />
            </Shell>
          </Guarded>
        </BrowserRouter>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
