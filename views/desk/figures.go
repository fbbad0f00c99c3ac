package desk

import (
	"fmt"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// FiguresView is the newsroom's work over some days. Nothing tells that there
// was none, Everything that there is none in any other days either.
type FiguresView struct {
	Frame               ui.DeskFrame
	From, To            string
	Problems            []factcheck.Problem
	Presets             []Tab
	Figures             []Figure
	Nothing, Everything bool
}

// Figure is a table of counts with a picture of it. Says is its sum in a few
// words, Means how it was counted, Of what the rows are; Columns draws the rows
// side by side, for times.
type Figure struct {
	Name, Title, Says, Means, Of string
	Columns                      bool
	Table                        factcheck.Figure
	Sheet                        string // address of it as CSV
}

// How many rows a picture has; the table has them all.
const mostBars = 12

func (v FiguresView) field(name, label, value string) ui.Field {
	f := ui.Field{Name: name, Label: label, Value: value}
	for _, p := range v.Problems {
		if p.Field == name {
			f.Problem = p.Message
		}
	}
	return f
}

// total tells whether a last column adds up the others.
func (f Figure) total() bool { return len(f.Table.Series) > 1 }

// parted is the class of picture and table: a table of many columns stands below.
func (f Figure) parted() string {
	if len(f.Table.Series) > 3 {
		return "figure-parts stacked"
	}
	return "figure-parts"
}

// about is the picture in a sentence, for who cannot see it.
func (f Figure) about() string {
	about := f.Title + "."
	if f.Says != "" {
		about += " " + f.Says + "."
	}
	if n := len(f.Table.Rows); !f.Columns && n > mostBars {
		about += fmt.Sprintf(" The picture shows the first %d of %d rows.", mostBars, n)
	}
	return about + " The table beside it has every number."
}

// segment is one piece of a bar, in units of the picture.
type segment struct {
	x, y, width, height int
	tone                string // class
	says                string // for a pointer that rests on it
}

// label is a text in the picture.
type label struct {
	x, y  int
	class string
	text  string
}

// picture is a drawing without words of colour: classes have those.
type picture struct {
	width, height int
	segments      []segment
	labels        []label
	axis          segment
}

func (p picture) box() string { return "0 0 " + strconv.Itoa(p.width) + " " + strconv.Itoa(p.height) }

// tone is the class of a series.
func tone(series int) string { return "series-" + strconv.Itoa(series%8+1) }

// draw makes the picture of a figure.
func (f Figure) draw() picture {
	if f.Columns {
		return f.columns()
	}
	return f.bars()
}

// The measures of pictures, in units of their own.
const (
	pictureWide = 640
	barHigh     = 22
	barStep     = 34
	labelWide   = 210
	columnsHigh = 200
	columnsTop  = 24
	columnsFoot = 26
	footWide    = 125
)

func (f Figure) bars() picture {
	rows := f.Table.Rows[:min(len(f.Table.Rows), mostBars)]
	most := 1
	for _, r := range rows {
		most = max(most, r.Total())
	}
	p := picture{width: pictureWide, height: barStep*len(rows) + 4}
	room := pictureWide - labelWide - 48
	for i, r := range rows {
		y, x, sum := i*barStep+6, labelWide, 0
		for s, n := range r.Counts {
			if n == 0 {
				continue
			}
			sum += n
			end := labelWide + sum*room/most
			p.segments = append(p.segments, segment{x, y, max(2, end-x), barHigh, tone(s), r.Label + ", " + f.Table.Series[s] + ": " + strconv.Itoa(n)})
			x = max(x+2, end)
		}
		p.labels = append(p.labels, label{labelWide - 10, y + 16, "row", shortLabel(r.Label)}, label{x + 8, y + 16, "count", strconv.Itoa(sum)})
	}
	p.axis = segment{x: labelWide - 1, y: 0, width: 1, height: p.height}
	return p
}

func (f Figure) columns() picture {
	rows, most := f.Table.Rows, 1
	for _, r := range rows {
		most = max(most, r.Total())
	}
	p := picture{width: pictureWide, height: columnsTop + columnsHigh + columnsFoot}
	step := float64(pictureWide) / float64(max(len(rows), 12))
	every := max(1, int(footWide/step)+1)
	for i, r := range rows {
		x, sum, base := int(float64(i)*step), 0, columnsTop+columnsHigh
		wide := max(1, int(step*0.78))
		for s, n := range r.Counts {
			if n == 0 {
				continue
			}
			low := base - sum*columnsHigh/most
			sum += n
			high := base - sum*columnsHigh/most
			p.segments = append(p.segments, segment{x, high, wide, max(1, low-high), tone(s), "Week from " + r.Label + ", " + f.Table.Series[s] + ": " + strconv.Itoa(n)})
		}
		if sum == most {
			p.labels = append(p.labels, label{x + wide/2, base - columnsHigh - 8, "top", strconv.Itoa(sum)})
		}
		if i%every == 0 && x < pictureWide-footWide+20 {
			p.labels = append(p.labels, label{x, base + 18, "foot", ui.ShortDateText(dayOf(r.Label))})
		}
	}
	p.axis = segment{x: 0, y: columnsTop + columnsHigh, width: pictureWide, height: 1}
	return p
}

// shortLabel fits beside a bar.
func shortLabel(text string) string {
	if r := []rune(text); len(r) > 28 {
		return string(r[:27]) + "…"
	}
	return text
}

// dayOf is a day as a time; zero where it is none.
func dayOf(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}
	}
	return t
}
