import './frame/console.ts';
