package newsroom

import (
	"container/list"
	"sync"

	"claimdesk/internal/match"
	"claimdesk/internal/quote"
)

// mostIndexed is how much text, in bytes, has its index in memory; the index
// takes some ten times as much.
const mostIndexed = 8 << 20

// indexKey names an index: a snapshot never changes, but the language that its
// source is said to be in may.
type indexKey struct {
	snapshot int64
	language string
}

// indexOf is one snapshot's passages. The index is made when it is first asked
// for, once, and may be kept in use after the cache has dropped it.
type indexOf struct {
	key      indexKey
	passages []quote.Passage
	size     int // of the text, in bytes
	index    func() *match.Passages
}

// indexes keeps those that were used last, as long as their text fits; the last
// one is kept whatever its size.
type indexes struct {
	mu    sync.Mutex
	most  int
	size  int
	at    map[indexKey]*list.Element
	order *list.List // of *indexOf, the one used last in front
}

func newIndexes(most int) *indexes {
	return &indexes{most: most, at: map[indexKey]*list.Element{}, order: list.New()}
}

// get is nil where there is none.
func (x *indexes) get(key indexKey) *indexOf {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.use(key)
}

func (x *indexes) use(key indexKey) *indexOf {
	at := x.at[key]
	if at == nil {
		return nil
	}
	x.order.MoveToFront(at)
	return at.Value.(*indexOf)
}

// add keeps passages under a key, or gives what another has added meanwhile.
func (x *indexes) add(key indexKey, passages []quote.Passage) *indexOf {
	x.mu.Lock()
	defer x.mu.Unlock()
	if known := x.use(key); known != nil {
		return known
	}
	one := newIndexOf(key, passages)
	x.at[key] = x.order.PushFront(one)
	x.size += one.size
	for x.size > x.most && x.order.Len() > 1 {
		last := x.order.Remove(x.order.Back()).(*indexOf)
		delete(x.at, last.key)
		x.size -= last.size
	}
	return one
}

func newIndexOf(key indexKey, passages []quote.Passage) *indexOf {
	one := &indexOf{key: key, passages: passages}
	texts := make([]string, len(passages))
	for i, p := range passages {
		texts[i] = p.Text
		one.size += len(p.Text)
	}
	one.index = sync.OnceValue(func() *match.Passages { return match.NewPassages(key.language, texts) })
	return one
}
