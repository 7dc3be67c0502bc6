// Answers for each expression on its input what robfig/cron makes of it, see robfig.sh.
package main

import (
	"bufio"
	"fmt"
	"os"
	"time"

	"github.com/robfig/cron"
)

func main() {
	zones := []string{"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"}
	froms := []string{"2026-12-31T23:59:59Z", "2028-02-27T11:30:00Z"}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		schedule, err := cron.ParseStandard(lines.Text())
		if err != nil {
			fmt.Println(lines.Text() + "|refused")
			continue
		}
		for _, zone := range zones {
			place, err := time.LoadLocation(zone)
			if err != nil {
				panic(err)
			}
			for _, from := range froms {
				at, _ := time.Parse(time.RFC3339, from)
				at = at.In(place)
				fmt.Print(lines.Text() + "|" + zone + "|" + from + "|")
				for i := 0; i < 5; i++ {
					at = schedule.Next(at)
					if at.IsZero() {
						break
					}
					fmt.Print(at.UTC().Format("2006-01-02T15:04:05Z "))
				}
				fmt.Println()
			}
		}
	}
}
