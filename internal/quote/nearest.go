package quote

import "math"

// nearest finds the passage that has most of the typed words, the rare ones
// weighing more, and in it the run most like them; nil when no passage has any.
func (d *Document) nearest(typed string) *Nearest {
	query := wordsOf(typed)
	best := d.bestBlock(newVocabulary(query))
	if best < 0 {
		return nil
	}
	b := d.blocks()[best]
	body := d.text[b.start:b.end]
	from, to := similarRun(typed, query, body)
	return &Nearest{
		Passage: d.passages()[best],
		Start:   d.pointAt(b.start + from),
		End:     d.pointAt(b.start + to),
		Text:    body,
		Diff:    WordDiff(typed, foldSpace(body[from:to])),
	}
}

// vocabulary numbers the words of a quote and their stems.
type vocabulary map[uint64]int32

// newVocabulary numbers the words of a quote.
func newVocabulary(query []textWord) vocabulary {
	v := vocabulary{}
	for _, w := range query {
		for _, h := range []uint64{w.hash.full, w.hash.stem} {
			if _, known := v[h]; h != 0 && !known {
				v[h] = int32(len(v))
			}
		}
	}
	return v
}

// hit says that a block has a word of the vocabulary.
type hit struct{ block, word int32 }

// bestBlock is the block with the greatest weight of words, the shorter one
// where two are equal, or -1.
func (d *Document) bestBlock(v vocabulary) int {
	blocks := d.blocks()
	hits, counts := d.hits(v)
	weights := make([]float64, len(counts))
	for i, n := range counts {
		weights[i] = math.Log(1 + float64(len(blocks))/float64(max(n, 1)))
	}
	best, bestScore := -1, 0.0
	for i := 0; i < len(hits); {
		at, score := int(hits[i].block), 0.0
		for ; i < len(hits) && int(hits[i].block) == at; i++ {
			score += weights[hits[i].word]
		}
		shorter := best >= 0 && score == bestScore &&
			blocks[at].end-blocks[at].start < blocks[best].end-blocks[best].start
		if score > bestScore || shorter {
			best, bestScore = at, score
		}
	}
	return best
}

// hits lists which block has which word, each once, in the order of the blocks,
// and counts for each word the blocks that have it.
func (d *Document) hits(v vocabulary) (hits []hit, counts []int) {
	counts = make([]int, len(v))
	last := make([]int32, len(v))
	for i, b := range d.blocks() {
		body := d.text[b.start:b.end]
		eachWord(body, func(start, end int) {
			h := hashWord(body[start:end])
			for _, sum := range [2]uint64{h.full, h.stem} {
				if w, ok := v[sum]; ok && last[w] != int32(i+1) {
					last[w] = int32(i + 1)
					counts[w]++
					hits = append(hits, hit{int32(i), w})
				}
			}
		})
	}
	return hits, counts
}
