package newsroom

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"claimdesk/internal/annotation"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// exporting is an export under way.
type exporting struct {
	room     *Room
	q        *store.Queries
	zip      *pack
	progress func([]Tally)
	done     Exported
	files    map[string]store.BytesAt // by hash: one place where the bytes lie
}

// manifest says of an export what a program must know before it reads on.
type manifest struct {
	Format string         `json:"format"`
	Shape  int64          `json:"shape"`
	Tables map[string]int `json:"tables"`
}

// exportFormat names our exports.
const exportFormat = "claimdesk newsroom 1"

func (e *exporting) write(ctx context.Context) (err error) {
	if e.done.Shape, err = e.q.Shape(ctx); err != nil {
		return err
	}
	if err := e.zip.put(readmeEntry, []byte(readme())); err != nil {
		return err
	}
	for _, r := range store.Records {
		if err := e.table(ctx, r); err != nil {
			return fmt.Errorf("exporting %s: %w", r.Name, err)
		}
	}
	if err := e.originals(ctx); err != nil {
		return err
	}
	if err := e.annotations(ctx); err != nil {
		return err
	}
	about, err := json.MarshalIndent(manifest{exportFormat, e.done.Shape, e.done.Tables}, "", "  ")
	if err != nil {
		return err
	}
	if err := e.zip.put(manifestEntry, append(about, '\n')); err != nil {
		return err
	}
	return e.zip.close()
}

// How often progress is told of, in rows.
const exportStep = 500

// table writes the rows of one table, each a line of JSON.
func (e *exporting) table(ctx context.Context, r store.Record) error {
	of, err := e.q.Size(ctx, r)
	if err != nil {
		return err
	}
	to, err := e.zip.begin(recordsFolder + r.Name + ".jsonl")
	if err != nil {
		return err
	}
	w, n := bufio.NewWriterSize(to, 1<<16), 0
	line := newRowWriter()
	err = e.q.Rows(ctx, r, func(row store.Row) error {
		if n++; n%exportStep == 0 {
			e.progress([]Tally{{Things: "rows of " + r.Name, Done: n, Of: of}})
		}
		if err := e.filesOf(r, row); err != nil {
			return err
		}
		encoded, err := line.encode(row)
		if err != nil {
			return fmt.Errorf("row %d: %w", n, err)
		}
		_, err = w.Write(encoded)
		return err
	})
	e.done.Tables[r.Name] = n
	if err != nil {
		return err
	}
	return w.Flush()
}

// filesOf puts names of entries in place of a row's bytes, and remembers where
// they are.
func (e *exporting) filesOf(r store.Record, row store.Row) error {
	for i, name := range row.Columns {
		if !r.Bytes(name) {
			continue
		}
		content, _ := row.Values[i].([]byte)
		row.Values[i] = ""
		if len(content) == 0 {
			continue
		}
		id, is := row.Values[0].(int64) // both tables of bytes begin with their key
		if !is {
			return fmt.Errorf("a row of %s has no id", r.Name)
		}
		sum := factcheck.HashOf(content)
		if _, known := e.files[sum]; !known {
			e.files[sum] = store.BytesAt{Table: r.Name, Column: name, ID: id}
		}
		row.Values[i] = filesFolder + sum
	}
	return nil
}

// originals writes the bytes that rows name.
func (e *exporting) originals(ctx context.Context) error {
	for i, sum := range slices.Sorted(maps.Keys(e.files)) {
		e.progress([]Tally{{Things: "files", Done: i, Of: len(e.files)}})
		content, err := e.q.Bytes(ctx, e.files[sum])
		if err != nil {
			return err
		}
		if err := e.zip.put(filesFolder+sum, content); err != nil {
			return err
		}
	}
	e.done.Files = len(e.files)
	return nil
}

// How many quotes are read at once to be written as annotations.
const annotationPage = 200

func (e *exporting) annotations(ctx context.Context) error {
	for last := int64(0); ; {
		page, err := e.q.EvidenceAfter(ctx, last, annotationPage)
		if err != nil || len(page) == 0 {
			return err
		}
		e.progress([]Tally{{Things: "annotations", Done: e.done.Annotations, Of: e.done.Tables["evidence"]}})
		for _, piece := range page {
			encoded, err := annotation.Encode(e.proof(piece))
			if err != nil {
				return err
			}
			last = piece.ID
			if err := e.zip.put(marksFolder+strconv.FormatInt(last, 10)+".json", encoded); err != nil {
				return err
			}
			e.done.Annotations++
		}
	}
}

// proof is a piece of evidence as it stands now, for the newsroom itself: a
// protected source has its place too.
func (e *exporting) proof(piece store.Annotated) annotation.Proof {
	s, n := piece.Source, piece.Source.Snapshot
	p := annotation.Proof{Address: e.room.URL("/evidence/" + strconv.FormatInt(piece.ID, 10)),
		ClaimID: e.room.URL(factcheck.Claim{ID: piece.ClaimID}.Path()), Claim: piece.Claim,
		Evidence: factcheck.PublicEvidence{ID: piece.ID, Stance: piece.Stance, Exact: piece.Exact, Prefix: piece.Prefix, Suffix: piece.Suffix,
			Start: piece.Start, End: piece.End, Spans: piece.Spans,
			Source: factcheck.PublicSource{ID: s.ID, Title: s.Title, URL: s.URL, Language: s.Language, SHA256: n.SHA256,
				TextSHA256: n.TextSHA256, RetrievedAt: n.RetrievedAt}}}
	if piece.Slug != "" {
		p.ClaimID = e.room.URL(factcheck.Live{Slug: piece.Slug}.Path()) + "#claim"
	}
	return p
}

// rowWriter encodes rows with their columns in order.
type rowWriter struct {
	line bytes.Buffer
	json *json.Encoder
}

func newRowWriter() *rowWriter {
	w := &rowWriter{}
	w.json = json.NewEncoder(&w.line)
	w.json.SetEscapeHTML(false)
	return w
}

// encode is the row as a line, which holds until the next call. Text that is
// not UTF-8 has no place in JSON.
func (w *rowWriter) encode(row store.Row) ([]byte, error) {
	w.line.Reset()
	for i, name := range row.Columns {
		w.line.WriteByte("{,"[min(i, 1)])
		w.line.WriteString(strconv.Quote(name) + ":")
		if text, is := row.Values[i].(string); is && !utf8.ValidString(text) {
			return nil, fmt.Errorf("%s is not valid UTF-8: run claimdesk verify", name)
		}
		if err := w.json.Encode(row.Values[i]); err != nil {
			return nil, err
		}
		w.line.Truncate(w.line.Len() - 1) // the encoder ends each value with a line feed
	}
	w.line.WriteString("}\n")
	return w.line.Bytes(), nil
}

// readme tells a person what they hold.
func readme() string {
	var left strings.Builder
	for _, name := range slices.Sorted(maps.Keys(store.LeftOut)) {
		if name != "goose_db_version" {
			fmt.Fprintf(&left, "  %-18s %s\n", name, store.LeftOut[name])
		}
	}
	return exportReadme + left.String()
}

const exportReadme = `A newsroom of Claimdesk, whole. KEEP IT AS SAFE AS THE NEWSROOM ITSELF: it
holds unpublished work, the people's addresses, private notes, and protected
sources with all that is known of them.

  claimdesk import FILE.zip --data FOLDER

makes the same newsroom of it in an empty folder, with the same numbers,
addresses, versions and log. Nobody has a password there: claimdesk user
password makes each a new one. What is scheduled will be published there at its
time: stop the old server first.

  manifest.json      the format, the version of the tables, how many rows
  newsroom/          a file for each table: one row a line, as JSON. Times are
                     milliseconds since 1970, UTC
  files/             documents, pictures and exhibits as they came, each named
                     by its SHA-256
  annotations/       every quote as a W3C Web Annotation, by words and by place
  SHA256SUMS         the hash of each of these: sha256sum -c SHA256SUMS

Passwords are left out, and these tables:

`
