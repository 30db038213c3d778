// One family from the first concern to the end of one plan and the going on of the others, through the pages, each part by who does it.
import { WIDTHS } from './harness.mjs'
import { walkThrough } from './walk/whole.mjs'

walkThrough({ name: 'with scripts', width: WIDTHS.desk, script: true })
