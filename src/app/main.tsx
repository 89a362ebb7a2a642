import './styles/tokens.css';
import './styles/base.css';
import './styles/faces.css';
import './styles/controls.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { createQueryClient } from './api/queryClient.ts';
import { drawFirst, FirstDrawing } from './firstDrawing.ts';
import { Guarded } from './Guarded.tsx';
import { Followed } from './Link.tsx';
import { fetchPage, timeToDraw } from './pageCode.ts';
import { AppRoutes } from './router.tsx';
import { Shell } from './Shell.tsx';
import { speakFirst } from './speakFirst.ts';

// First of all, so that the page's code comes while the rest is set up.
fetchPage();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const client = createQueryClient();

void Promise.all([speakFirst(), timeToDraw(client)]).then(() =>
  drawFirst(() =>
    createRoot(root).render(
      <StrictMode>
        <FirstDrawing>
          <QueryClientProvider client={client}>
            {/* Another page is drawn in one piece: as a transition, in slices between frames, it comes twice as late. */}
            <BrowserRouter useTransitions={false}>
              <Guarded what="The dashboard" made={null}>
                <Followed>
                  <Shell>
                    <AppRoutes />
                  </Shell>
                </Followed>
              </Guarded>
            </BrowserRouter>
          </QueryClientProvider>
        </FirstDrawing>
      </StrictMode>,
    ),
  ),
);
