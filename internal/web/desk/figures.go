package desk

import (
	"io"
	"net/http"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/sheet"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) figureRoutes(g *echo.Group) {
	g.GET("/figures", d.figures)
	g.GET("/figures/:name", d.figureSheet)
}

// figures shows how much was done, over the days that the address names; those
// of the last twelve months where it names none.
func (d *Desk) figures(c echo.Context) error {
	v := view.FiguresView{From: request.Query(c, "from"), To: request.Query(c, "to"), Presets: presets(d.room.Now())}
	f, err := d.counted(c)
	status := http.StatusOK
	if v.Problems = factcheck.Problems(err); v.Problems != nil {
		status = http.StatusUnprocessableEntity
	} else if err != nil {
		return err
	} else {
		v.From, v.To, v.Figures = string(f.From), string(f.To), figuresOf(f)
		for i, p := range v.Presets {
			v.Presets[i].Current = p.Href == figuresPath(f.From, f.To) || p.Href == c.Request().URL.String()
		}
		v.Nothing = f.Weeks.Total() == 0 && f.Published == 0
		if v.Nothing {
			v.Everything, err = d.nothingEver(c)
		}
	}
	if err != nil && v.Problems == nil {
		return err
	}
	if v.Frame, err = d.frame(c, "Figures", ui.RoomFigures); err != nil {
		return err
	}
	return request.Render(c, status, view.Figures(v))
}

func (d *Desk) counted(c echo.Context) (factcheck.Figures, error) {
	from, to := request.Query(c, "from"), request.Query(c, "to")
	if from == "" && to == "" {
		from = string(factcheck.DateOf(d.room.Now().AddDate(-1, 0, 1)))
	}
	return d.room.Figures(c.Request().Context(), factcheck.Date(from), factcheck.Date(to))
}

// nothingEver says that there is nothing to count in any days at all.
func (d *Desk) nothingEver(c echo.Context) (bool, error) {
	f, err := d.room.Figures(c.Request().Context(), "", "")
	return err == nil && f.Weeks.Total() == 0 && f.Published == 0, err
}

// presets are stretches of days that are often asked for.
func presets(now time.Time) []view.Tab {
	today := factcheck.DateOf(now)
	list := []view.Tab{
		{Label: "30 days", Href: figuresPath(factcheck.DateOf(now.AddDate(0, 0, -29)), today)},
		{Label: "90 days", Href: figuresPath(factcheck.DateOf(now.AddDate(0, 0, -89)), today)},
		{Label: "12 months", Href: figuresPath(factcheck.DateOf(now.AddDate(-1, 0, 1)), today)},
		{Label: "This year", Href: figuresPath(factcheck.DateOf(time.Date(now.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)), today)},
		{Label: "All years", Href: "/desk/figures?to=" + string(today)},
	}
	for i := range list {
		list[i].Count = -1
	}
	return list
}

func figuresPath(from, to factcheck.Date) string {
	return "/desk/figures?from=" + string(from) + "&to=" + string(to)
}

// figureSheet is one figure as CSV: its name ends in .csv.
func (d *Desk) figureSheet(c echo.Context) error {
	f, err := d.counted(c)
	if err != nil {
		return err
	}
	for _, one := range figuresOf(f) {
		if one.Name+".csv" == c.Param("name") {
			return download(c, one.Name+".csv", sheet.Type, func(w io.Writer) error { return writeFigure(w, one) })
		}
	}
	return factcheck.NoSuch("figure at this address")
}

func writeFigure(w io.Writer, one view.Figure) error {
	rows, err := sheet.New(w, append([]string{one.Of}, one.Table.Series...)...)
	if err != nil {
		return err
	}
	for _, r := range one.Table.Rows {
		cells := []string{r.Label}
		for _, n := range r.Counts {
			cells = append(cells, strconv.Itoa(n))
		}
		if err := rows.Row(cells...); err != nil {
			return err
		}
	}
	return rows.Close()
}
