import highsPackage, { type ModelData } from 'highs'
import type { Equations, LinearSolver, Question } from '../domain/reports/protection/linear-solver.ts'

// Its types say CommonJS; what Node imports is the ES module, whose default is the loader itself.
const load = highsPackage as unknown as typeof highsPackage.default

/** HiGHS, compiled to WebAssembly: no native add-on, one thread, the same answer each time. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  const highs = await load()
  return (equations) => {
    const model = highs.createModel(modelOf(equations))
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
    const zeros = new Float64Array(equations.columns)
    const all = { kind: 'range', from: 0, to: equations.columns - 1 } as const
    return {
      minimise({ cost, upper }: Question) {
        if (equations.columns === 0) return zeros
        // All columns at 0 is where the dual simplex needs no first phase; on from the last answer took twice as long.
        model.setLogicalBasis()
        model.changeColsCost(all, cost)
        model.changeColsBounds(all, zeros, upper)
        model.run()
        const status = model.getModelStatus()
        if (status !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS ended with status ${status}`)
        return model.getSolution().colValue
      },
      end: () => model.dispose(),
    }
  }
}

function modelOf({ columns, rows }: Equations): ModelData {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) as number) + row.length)
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns),
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap((row) => row.map(([column]) => column)),
      values: rows.flatMap((row) => row.map(([, factor]) => factor)),
    },
  }
}
