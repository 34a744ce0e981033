import { adapterSuite } from '../conformance/adapter.suite.ts';
import { driver } from './driver.ts';

adapterSuite(driver);
