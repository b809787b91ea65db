import './css/controls.css';
import './css/layout.css';
import './css/grid.css';
import './css/world.css';
import './css/windows.css';
import { render } from 'preact';
import { App } from './app.tsx';

const place = document.getElementById('page');
if (place !== null) render(<App />, place);
