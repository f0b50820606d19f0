// Starts the browser app.
import { mount } from 'svelte';
import App from './App.svelte';
import './styles/tokens.css';
import './styles/base.css';
import './styles/query.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element with id `app`');
mount(App, { target });
