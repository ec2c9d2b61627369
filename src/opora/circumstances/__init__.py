"""What changes in a life: home, work, income, school, health, the stage of change, from day to day."""
