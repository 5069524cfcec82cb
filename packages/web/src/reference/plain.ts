/** The style of the reference's plain pages: the list of references, and the pages of problem codes. No script runs on them. */
import './reference.css';
