// A police notification's own file: chosen, kept while the form is mended, attached, found under Documents and read back. SA-02
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { WAYS, hearthOfFile, looksRight, openPage, signIn } from './harness.mjs'

// The smallest PDF that a reader opens, with one empty page.
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
const FAMILY = 'Achterberg'

const hearth = hearthOfFile()
let papers
before(() => {
  papers = mkdtempSync(join(tmpdir(), 'hearth-papers-'))
  writeFileSync(join(papers, 'merlin.pdf'), PDF)
  writeFileSync(join(papers, 'merlin.docx'), Buffer.from('PK\x03\x04\0\0'))
})
after(() => rmSync(papers, { recursive: true, force: true }))

for (const way of WAYS) {
  test(`a notification with its file: ${way.name}`, async t => {
    const page = await openPage(t, hearth, way)
    await signIn(page, 'front.door')
    await page.goto('/families')
    await page.getByRole('link', { name: new RegExp(FAMILY) }).first().click()
    const family = new URL(page.url()).pathname.match(/^\/family\/[0-9]+/)[0]
    await page.goto(`${family}/do/police-notification`)
    await looksRight(page, 'police notification')
    const send = () => page.getByRole('button', { name: 'Attach the notification' }).last().click()

    // A kind that is not taken is said beside the question; what was typed stays.
    await page.getByLabel('What does it say?').fill('Officers attended at 23:40.')
    await page.getByLabel('What is its reference?').fill(`Merlin 26 ${way.name}`)
    await page.getByLabel('The notification itself').setInputFiles(join(papers, 'merlin.docx'))
    await send()
    await page.getByRole('link', { name: 'The file must be a PDF, PNG, JPEG or plain text file' }).waitFor()
    assert.equal(await page.getByLabel('What does it say?').inputValue(), 'Officers attended at 23:40.')

    // The form has other mistakes: the file that came waits, and goes along.
    await page.getByLabel('The notification itself').setInputFiles(join(papers, 'merlin.pdf'))
    await send()
    await page.getByText('merlin.pdf (PDF, ').first().waitFor()
    await looksRight(page, 'police notification with a file')
    await page.getByRole('button', { name: /^Remove it/ }).click()
    await page.getByLabel('The notification itself').setInputFiles(join(papers, 'merlin.pdf'))
    await send()
    await page.getByText('is attached.').waitFor()
    for (const child of await page.locator('input[name=children]').all()) await child.check()
    await page.getByLabel('Which police force sent it?').fill('Metropolitan Police')
    for (const [part, value] of [['Day', '1'], ['Month', '3'], ['Year', '2026']]) await page.getByLabel(part, { exact: true }).fill(value)
    await page.getByLabel('What do you tell the family about it, in plain words?').fill('The police came to your home and told us.')
    await send()
    await page.waitForURL(url => url.pathname === family)

    await page.goto(`${family}/documents`)
    await looksRight(page, 'documents with a file')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'merlin.pdf' }).first().click()])
    assert.equal(download.suggestedFilename(), 'merlin.pdf')
    assert.equal(readFileSync(await download.path(), 'latin1'), PDF)
    assert.equal(new URL(page.url()).pathname, `${family}/documents`) // never in the page's place
  })
}
