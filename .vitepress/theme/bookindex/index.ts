import './bookindex.css';
