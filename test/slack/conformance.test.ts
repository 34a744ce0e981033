import { adapterSuite } from '../conformance/adapter.suite.ts';
import { slackDriver } from './driver.ts';

adapterSuite(slackDriver);
