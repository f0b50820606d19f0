/// <reference types="vite/client" />
/// <reference types="svelte" />

declare module 'virtual:words/*' {
  const text: string;
  export default text;
}

declare module 'virtual:guide/*' {
  const blocks: import('./pages/before/guide/blocks').Block[];
  export default blocks;
}
