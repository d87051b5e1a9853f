export {
  CloneRequestPage,
  EditRequestPage,
  NewRequestPage,
} from './RequestFormPage';
