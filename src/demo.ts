export { demoCatalog } from './demo/catalog';
