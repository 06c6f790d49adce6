import { render } from 'preact';
import '@fontsource-variable/source-serif-4/wght.css';
import { App } from './app.tsx';
import './style.css';

const root = document.getElementById('root')!;
root.textContent = '';
render(<App />, root);
