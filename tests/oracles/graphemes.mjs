// The letters of texts as people see them: a list of lists, for a list of texts given as JSON.
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const texts = JSON.parse(process.argv[2]);
console.log(JSON.stringify(texts.map((text) => [...segmenter.segment(text)].map((part) => part.segment))));
