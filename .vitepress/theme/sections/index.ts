/** What pages outside the manual need on top of the theme: one style sheet and one script for all of them. */
import './pages.css';
import './home.css';
import './people.css';
import './progress.css';
import './desk.css';
import './articles.css';
import { openDesk } from './desk.ts';
import { filterQuestions } from './filter-questions.ts';
import { helpTheLost } from './lost.ts';

filterQuestions();
openDesk();
helpTheLost();
