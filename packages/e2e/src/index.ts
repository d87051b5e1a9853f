import './forms/everyForm.journey';
import './forms/formByKeyboard.journey';
import './marketplace/installByKeyboard.journey';
import './marketplace/installFirstPromise.journey';
import './platforms/lookAtEveryPage.journey';
import './platforms/narrowPages.journey';
import './platforms/onePlatformDown.journey';
import './platforms/operatorJobs.journey';
import './promises/applyPromise.journey';
import './promises/authorJobs.journey';
import './promises/browseTemplates.journey';
import './requests/changeAndCopy.journey';
import './requests/developerJobs.journey';
import './requests/listByKeyboard.journey';
import './requests/requestDatabase.journey';
import './requests/seeWhatIsMine.journey';
import './requests/understandFailure.journey';
import { shareWorld } from './support/world';

// The journeys are declared by now and run after this: node:test starts them
// when the module has loaded.
shareWorld();
