// The same walk without scripts, on a phone: each page works by itself.
import { WIDTHS } from './harness.mjs'
import { walkThrough } from './walk/whole.mjs'

walkThrough({ name: 'without scripts, on a phone', width: WIDTHS.phone, script: false })
